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
    /** Ends an event stream with a refusal in place of the event after some. */
    STREAM_ERROR("streamError"),
    /** Closes the connection after some events. */
    STREAM_CUT("streamCut"),
    /** Waits after some events, for some milliseconds or until it is released. */
    STREAM_STALL("streamStall"),
    /** Waits before each event. */
    STREAM_SLOW("streamSlow"),
    /** Spoils the hex of the event after some. */
    STREAM_BAD_HEX("streamBadHex"),
    /** Sends only half the JSON of the event after some. */
    STREAM_BAD_JSON("streamBadJson"),
    /** Sends the last event twice. */
    STREAM_REPEAT_FINAL("streamRepeatFinal"),
    /** Ends an event stream well without its last event. */
    STREAM_DROP_FINAL("streamDropFinal"),
    /** Sends events in pieces of some bytes. */
    STREAM_SPLIT("streamSplit"),
    /** Sends all events in one write. */
    STREAM_TOGETHER("streamTogether"),
    /** Adds comments and lines that no family of the provider uses. */
    STREAM_DECORATED("streamDecorated"),
    /** Ends lines with CR LF. */
    STREAM_CRLF("streamCrLf"),
    /** Sends one line of very many bytes after some events. */
    STREAM_FLOOD("streamFlood"),
    /** Leaves out what event a WebSocket message with sound is. */
    SOCKET_NO_EVENT("socketNoEvent"),
    /** Says over WebSocket that the task has started before it greets. */
    SOCKET_OUT_OF_ORDER("socketOutOfOrder"),
    /** Sends very many WebSocket messages without sound after some events. */
    SOCKET_FLOOD("socketFlood");

    private final String jsonName;

    Kind(String jsonName) {
      this.jsonName = jsonName;
    }

    /** The name in JSON. */
    @JsonValue
    public String jsonName() {
      return jsonName;
    }

    /** Whether it concerns how an event stream is written; other answers it leaves alone. */
    public boolean isOfStreams() {
      return compareTo(STREAM_ERROR) >= 0 && compareTo(STREAM_FLOOD) <= 0;
    }
  }

  /**
   * What happens, with its values.
   *
   * @param afterWork whether the work is done before it happens; has a meaning for code, delay,
   *     status and hold
   * @param number the provider code, HTTP status, milliseconds, bytes or messages
   * @param text the message or body
   * @param contentType of that body
   * @param frames how many events of a stream are sent before it happens
   */
  public record Effect(
      Kind kind, boolean afterWork, long number, String text, String contentType, int frames) {}

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
