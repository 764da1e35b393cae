package dev.timbre.provider.client.stream;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamFailed;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.error.StreamStalled;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The events of one answer, pulled one by one. Holds one event and some kilobytes, however long the
 * stream is. One thread reads; any thread may {@link #close}.
 *
 * <p>A provider that answers a request for a stream in the ordinary way (a refusal in JSON, an
 * error page of a gateway) is judged in the ordinary way when the stream is opened; an ordinary
 * success counts as a stream of one event.
 */
public final class EventStream implements AutoCloseable {

  /** The largest event taken, and the most that may come without an event: 64 MB. */
  public static final int LARGEST_EVENT = 64 * 1024 * 1024;

  private static final int READ_AT_ONCE = 16 * 1024;

  /** The end of a body mostly comes with the last event or right behind it. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final Reply head;
  private final EventBody body;
  private final Duration stall;
  private final EventParser parser = new EventParser(LARGEST_EVENT);
  private final byte[] read = new byte[READ_AT_ONCE];
  private final boolean streamed;
  private Optional<ServerEvent> only = Optional.empty();
  private boolean ended;
  private volatile boolean finished;
  private boolean settled;
  private long events;
  private long delivered;

  private EventStream(Reply head, EventBody body, Duration stall) {
    this.head = head;
    this.body = body;
    this.stall = stall;
    this.streamed = head.httpStatus() / 100 == 2 && isEventStream(head.mediaType().orElse(""));
  }

  private static boolean isEventStream(String mediaType) {
    return mediaType.toLowerCase(Locale.ROOT).strip().startsWith("text/event-stream");
  }

  /**
   * The events of an answer whose headers have come.
   *
   * @param head the answer without its body
   * @param stall how long to wait for each event
   * @throws ProviderException when the answer is an ordinary one and no success
   */
  public static EventStream of(Reply head, EventBody body, Duration stall) {
    EventStream stream = new EventStream(head, body, stall);
    if (!stream.streamed) {
      try {
        stream.takeOrdinaryAnswer();
      } finally {
        body.cancel();
      }
    }
    return stream;
  }

  private void takeOrdinaryAnswer() {
    byte[] bytes = wholeBody();
    Reply reply = head.withBody(bytes);
    reply
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (reply.httpStatus() / 100 != 2) {
      throw reply.unreadable("no stream of events");
    }
    only = Optional.of(new ServerEvent(Optional.empty(), bytes, bytes.length, true));
    ended = true;
  }

  private byte[] wholeBody() {
    long deadline = System.nanoTime() + stall.toNanos();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      for (int count; (count = body.read(read, deadline)) >= 0; ) {
        whole.write(read, 0, count);
        if (whole.size() > LARGEST_EVENT) {
          throw head.unreadable("more than " + LARGEST_EVENT + " bytes");
        }
      }
      return whole.toByteArray();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted while waiting for the answer", interrupted);
    } catch (TimeoutException late) {
      throw unknown("time-out, no whole answer within " + stall, late);
    } catch (IOException cut) {
      throw unknown(describe(cut), cut);
    }
  }

  private ProviderOutcomeUnknown unknown(String reason, Exception cause) {
    return new ProviderOutcomeUnknown(head.operation(), reason, cause);
  }

  /**
   * Waits for the next event.
   *
   * @return empty when the provider has ended the stream; whether it had sent all is for the family
   *     to know: if not, throw {@link #cut}
   * @throws StreamFailed when the line is cut, no event comes in time, an event is too large, the
   *     thread is interrupted (it stays so), or this stream was closed; it is closed then
   */
  public Optional<ServerEvent> next() {
    if (ended) {
      return takeOnly();
    }
    long deadline = System.nanoTime() + stall.toNanos();
    try {
      Optional<ServerEvent> event = parser.poll();
      while (event.isEmpty() && !ended) {
        int count = body.read(read, deadline);
        if (count < 0) {
          ended = true;
          event = parser.finish();
        } else {
          parser.feed(read, 0, count);
          event = parser.poll();
        }
      }
      event.ifPresent(one -> events++);
      return event;
    } catch (EventParser.LimitPassed tooLarge) {
      throw damaged(tooLarge.getMessage());
    } catch (TimeoutException late) {
      throw failed(new StreamStalled(head.operation(), stall, delivered, head.headerTraceId()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cut("the waiting thread was interrupted", interrupted);
    } catch (IOException broken) {
      throw cut(describe(broken), broken);
    }
  }

  private Optional<ServerEvent> takeOnly() {
    Optional<ServerEvent> taken = only;
    only = Optional.empty();
    taken.ifPresent(one -> events++);
    return taken;
  }

  private static String describe(IOException broken) {
    Throwable fault = broken.getCause() == null ? broken : broken.getCause();
    return CleanText.of(String.valueOf(fault.getMessage()));
  }

  /**
   * Reads an event as an answer: JSON, with an envelope that says success or with one of {@code
   * ownFields}.
   *
   * @throws ProviderRefused when the first event says no: nothing was done then, as far as the code
   *     tells
   * @throws StreamFailed when a later one says no, or one is no answer
   */
  public WireObject judged(ServerEvent event, String... ownFields) {
    return judged(event, event.bytes(), ownFields);
  }

  /** The same with other bytes for the event's data. */
  WireObject judged(ServerEvent event, byte[] json, String... ownFields) {
    try {
      return head.withBody(json).judged(ownFields);
    } catch (ProviderRefused refused) {
      throw events == 1 ? failed(refused) : failed(inMidStream(refused));
    } catch (ProviderAnswerUnreadable unreadable) {
      throw streamed ? unreadable(event, unreadable.reason()) : failed(unreadable);
    }
  }

  private StreamRefused inMidStream(ProviderRefused refused) {
    return new StreamRefused(
        refused.operation(),
        refused.code().orElseThrow(),
        refused.providerMessage(),
        delivered,
        refused.traceId().orElse(null));
  }

  /**
   * The failure of a stream one of whose events cannot be understood; closes it. An event without
   * its end was cut rather than damaged.
   *
   * @param reason as a phrase, without the content itself
   */
  public ProviderException unreadable(ServerEvent event, String reason) {
    String which = "event " + events + " of " + event.length() + " bytes: " + reason;
    return event.isWhole() ? damaged(which) : cut(which, null);
  }

  /** The failure of a stream that has ended too early; closes it. */
  public StreamCut cut(String reason) {
    return cut(reason, null);
  }

  private StreamCut cut(String reason, Exception cause) {
    return failed(new StreamCut(head.operation(), reason, delivered, head.headerTraceId(), cause));
  }

  /** The failure of a stream that breaks the contract; closes it. */
  public StreamDamaged damaged(String reason) {
    return failed(new StreamDamaged(head.operation(), reason, delivered, head.headerTraceId()));
  }

  private <E extends ProviderException> E failed(E failure) {
    close();
    return failure;
  }

  /** Notes that content was handed over, so that a failure can say how much. */
  public void delivered(long bytes) {
    delivered += bytes;
  }

  /** The answer's headers, as an answer without a body. */
  public Reply head() {
    return head;
  }

  /** Whether it really is a stream, not an ordinary answer that stands for one. */
  public boolean isStreamed() {
    return streamed;
  }

  /**
   * Says that the last event of the family has come. What is behind it is not read, and {@link
   * #close} then leaves the connection a moment to end well, so that it can be used again.
   */
  public void finished() {
    finished = true;
    ended = true;
    body.release();
  }

  /**
   * Gives a finished stream a moment to come to its very end, so that the reader's next one finds
   * the connection free. Only the first call may wait.
   */
  public void settle() {
    if (finished && !settled) {
      settled = true;
      body.awaitEnd(MOMENT);
    }
  }

  /** Ends the stream and frees its connection; a reader that waits in {@link #next} is woken. */
  @Override
  public void close() {
    if (!finished) {
      body.cancel();
    }
  }
}
