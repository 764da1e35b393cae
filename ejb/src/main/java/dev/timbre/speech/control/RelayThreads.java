package dev.timbre.speech.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that hand streams on: one for each stream under way, so that none waits for another, and
 * kept for a minute, since to make one costs more than to hand on a piece. Requests bound their
 * number, for each stream has one of those as well.
 */
@ApplicationScoped
class RelayThreads implements Executor {

  @Resource ManagedThreadFactory threads;

  private ExecutorService pool;

  @PostConstruct
  void open() {
    pool = Executors.newCachedThreadPool(threads);
  }

  @Override
  public void execute(Runnable relay) {
    pool.execute(relay);
  }

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
