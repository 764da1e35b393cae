package dev.timbre.sandbox.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A customer's server for callbacks. */
public final class CallbackReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private volatile boolean stalling;
  private volatile UnaryOperator<String> answer = UnaryOperator.identity();

  /** Listens on a free port and echoes whatever comes. */
  public CallbackReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(new ObjectMapper().readTree(body));
          byte[] reply = answer.apply(body).getBytes(StandardCharsets.UTF_8);
          Integer status = statuses.poll();
          exchange.sendResponseHeaders(
              status == null ? 200 : status, stalling ? 0 : reply.length == 0 ? -1 : reply.length);
          if (stalling) {
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
          }
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/news?for=demo";
  }

  /** Answers with these statuses, once each, then with 200 again. */
  public void answerStatuses(Integer... codes) {
    statuses.addAll(List.of(codes));
  }

  /** Answers from now on with what becomes of the body. */
  public void answer(UnaryOperator<String> reply) {
    answer = reply;
  }

  /** Answers nothing from now on. */
  public void fallSilent() {
    answer =
        body -> {
          awaitEnd();
          return body;
        };
  }

  /** Begins its answers from now on and does not end them. */
  public void stall() {
    stalling = true;
  }

  /** Answers in full again. */
  public void recover() {
    stalling = false;
  }

  private void awaitEnd() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All bodies so far, challenges among them. */
  public List<JsonNode> received() {
    return received;
  }

  /** The bodies that are no challenges. */
  public List<JsonNode> news() {
    return received.stream().filter(b -> !b.has("challenge")).toList();
  }

  @Override
  public void close() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
