package dev.timbre.sandbox.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, oldest first. Kept in memory only. */
public final class RequestLog {
  private static final int KEPT = 10_000;

  private final Deque<RequestEntry> entries = new ArrayDeque<>();

  public synchronized void add(RequestEntry entry) {
    entries.addLast(entry);
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  public synchronized List<RequestEntry> all() {
    return List.copyOf(entries);
  }

  public synchronized void clear() {
    entries.clear();
  }
}
