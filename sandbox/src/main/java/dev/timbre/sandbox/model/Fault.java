package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A misfortune that waits for the next matching requests. */
public final class Fault {

  /**
   * Which requests it befalls.
   *
   * @param path the exact path, or a prefix that ends in {@code *}
   * @param method null for any
   * @param skip how many matching requests pass unharmed first
   * @param times how many it befalls then
   */
  public record Match(String path, String method, int skip, int times) {
    boolean covers(String requestMethod, String requestPath) {
      boolean samePath =
          path.endsWith("*")
              ? requestPath.startsWith(path.substring(0, path.length() - 1))
              : requestPath.equals(path);
      return samePath && (method == null || method.equalsIgnoreCase(requestMethod));
    }
  }

  /** What happens. */
  public enum Kind {
    /** Answers an envelope with a code and message. */
    CODE("code"),
    /** Waits some milliseconds. */
    DELAY("delay"),
    /** Closes the connection, the work undone. */
    CUT_BEFORE("cutBefore"),
    /** Does the work, then closes the connection without an answer. */
    CUT_AFTER("cutAfter"),
    /** Answers an HTTP status with a body that is no envelope. */
    STATUS("status"),
    /** Does the work, sends half of the answer's bytes, then closes the connection. */
    HALF_BODY("halfBody"),
    /** Holds the request until it is released. */
    HOLD("hold"),
    /** WebSocket only: the first piece of sound is no hex. */
    MALFORMED_HEX("malformedHex"),
    /** WebSocket only: frames with sound do not name their event. */
    NO_EVENT("noEvent"),
    /** WebSocket only: says that the task started before it greets. */
    OUT_OF_ORDER("outOfOrder"),
    /** WebSocket only: many frames without sound before the first piece. */
    FLOOD("flood"),
    /** WebSocket only: the first piece of sound comes in a huge frame. */
    OVERSIZED_FRAME("oversizedFrame");

    private final String jsonName;

    Kind(String jsonName) {
      this.jsonName = jsonName;
    }

    /** The name in JSON. */
    @JsonValue
    public String jsonName() {
      return jsonName;
    }
  }

  /**
   * What happens, with its values.
   *
   * @param afterWork whether the work is done before it happens; has a meaning for code, delay,
   *     status and hold
   * @param number the provider code, HTTP status, milliseconds, frames or bytes
   * @param text the message or body
   * @param contentType of that body
   */
  public record Effect(
      Kind kind, boolean afterWork, long number, String text, String contentType) {}

  private final String id;
  private final Match match;
  private final Effect effect;
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean abandoned;
  private int seen;
  private int held;

  Fault(String id, Match match, Effect effect) {
    this.id = id;
    this.match = match;
    this.effect = effect;
  }

  /** Counts a request that matches; true when this one is hit. */
  synchronized boolean claims(String method, String path) {
    if (!match.covers(method, path) || isSpent()) {
      return false;
    }
    seen++;
    return seen > match.skip();
  }

  /**
   * Blocks the calling request until {@link #release()}.
   *
   * @throws InterruptedException when the sandbox stops meanwhile
   */
  public void hold() throws InterruptedException {
    pause(Long.MAX_VALUE);
  }

  /**
   * Blocks the calling request for a time, or until {@link #release()}.
   *
   * @throws InterruptedException when the sandbox stops meanwhile
   */
  public void pause(long millis) throws InterruptedException {
    synchronized (this) {
      held++;
    }
    try {
      boolean early = released.await(millis, TimeUnit.MILLISECONDS);
      if (early && abandoned) {
        throw new InterruptedException("the sandbox stops");
      }
    } finally {
      synchronized (this) {
        held--;
      }
    }
  }

  void release() {
    released.countDown();
  }

  /** Ends what is held without letting it go on. */
  void abandon() {
    abandoned = true;
    released.countDown();
  }

  /** Whether it has befallen all it was meant for. */
  public synchronized boolean isSpent() {
    return seen >= match.skip() + match.times();
  }

  /** How many requests it befell. */
  public synchronized int applied() {
    return Math.max(0, seen - match.skip());
  }

  /** How many requests it holds at this moment. */
  public synchronized int held() {
    return held;
  }

  public String id() {
    return id;
  }

  public Match match() {
    return match;
  }

  public Effect effect() {
    return effect;
  }
}
