package dev.timbre.provider.client;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SessionEvent.TextSkipped;
import dev.timbre.provider.client.SessionEvent.TextSpoken;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.socket.SocketClosed;
import dev.timbre.provider.client.socket.SocketDamaged;
import dev.timbre.provider.client.socket.TextFrames;
import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.speech.AudioInfo;
import dev.timbre.provider.client.wire.speech.Metering;
import dev.timbre.provider.client.wire.speech.SocketFrame;
import dev.timbre.provider.client.wire.speech.SocketText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Speech over one WebSocket: texts go in while the audio of earlier ones comes out, in the order of
 * the texts. Any thread may {@link #say}, {@link #finish} and {@link #close}; one thread pulls with
 * {@link #next}. What is not pulled slows the provider down and takes no memory beyond some
 * megabytes. A session that has failed or ended cannot be used again.
 *
 * <p>Each text is charged once the provider has it. After a failure {@link #unfinished} names the
 * texts that may have been spoken in part and charged.
 */
public final class SpeechSession implements AutoCloseable {

  /** After which the provider ends a session in which nothing is said. */
  private static final Duration IDLE = Duration.ofSeconds(120);

  /** Silence after which the line is asked for a sign of life. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final List<KnownError> SKIPPED =
      List.of(
          KnownError.SOCKET_EMPTY_TEXT,
          KnownError.SOCKET_TEXT_TOO_LONG,
          KnownError.SOCKET_QUEUE_FULL);

  private final ProviderEndpoint endpoint;
  private final TextFrames frames;
  private final SaidTexts texts = new SaidTexts();
  private volatile boolean finishing;
  private volatile boolean over;
  private volatile long lastSent;
  private volatile Optional<String> sessionId;
  private volatile Optional<String> traceId;
  private final AtomicLong usageCharacters = new AtomicLong();

  /** From here on the reader's own. */
  private final Deque<SessionEvent> ready = new ArrayDeque<>();

  private Optional<WireObject> extraInfo = Optional.empty();
  private Optional<ProviderUrl> subtitles = Optional.empty();
  private boolean progress;
  private long delivered;
  private RuntimeException failure;
  private boolean ended;

  SpeechSession(ProviderEndpoint endpoint, TextFrames frames, SocketFrame started) {
    this.endpoint = endpoint;
    this.frames = frames;
    this.sessionId = started.sessionId();
    this.traceId = started.traceId();
  }

  /**
   * Gives a text to be spoken after those before it. Does not wait. From here on it may be charged.
   *
   * @return its number, counted from 1
   * @throws InvalidRequest for blank text, text of 10,000 characters and more, a pause that cannot
   *     be, or when a thousand texts are waiting
   * @throws IllegalStateException when the session is over or finishing
   */
  public synchronized int say(String text) {
    SocketText message = new SocketText(text);
    if (over || finishing) {
      throw new IllegalStateException("The session takes no more texts: open another one");
    }
    int number = texts.add();
    send(message.toJson());
    return number;
  }

  /** Says that no more texts will come; those said are still spoken. Again for nothing. */
  public synchronized void finish() {
    if (!over && !finishing) {
      finishing = true;
      send(new Fields().text("event", "task_finish").toJson());
    }
  }

  private void send(JsonObject message) {
    lastSent = System.nanoTime();
    frames.send(message.toString());
  }

  /**
   * Waits for what comes next.
   *
   * @return empty when the session has come to its end and every text has
   * @throws ProviderException when the provider refuses to go on, nothing comes in time, the line
   *     is cut, what comes is damaged, the thread is interrupted (it stays so), or this session was
   *     closed; it is closed then, and each further call fails the same way
   */
  public Optional<SessionEvent> next() {
    while (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return Optional.empty();
      }
      readFrame();
    }
    SessionEvent event = ready.remove();
    if (event instanceof AudioPiece piece) {
      delivered += piece.audio().size();
    }
    return Optional.of(event);
  }

  private void readFrame() {
    try {
      take(SocketFrame.read(reply(failures().operation(), awaitFrame())));
    } catch (ProviderRefused refused) {
      refused(refused);
    } catch (ProviderAnswerUnreadable unreadable) {
      fail(failures().damaged(unreadable.reason()));
    } catch (SocketDamaged damaged) {
      fail(failures().damaged(damaged.getMessage()));
    } catch (SocketClosed closed) {
      endOr(closed.isNormal(), failures().cut(closed.getMessage(), closed));
    } catch (TimeoutException late) {
      endOr(finishing, failures().stalled(patience()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      fail(failures().cut("the waiting thread was interrupted", interrupted));
    } catch (IOException cut) {
      endOr(finishing && !over, failures().cut(cut.getMessage(), cut));
    }
  }

  /** Waits in turns, because a text that is said meanwhile changes how long to wait. */
  private String awaitFrame() throws IOException, InterruptedException, TimeoutException {
    long entered = System.nanoTime();
    while (true) {
      long since = lastSent - entered > 0 ? lastSent : entered;
      long left = since + patience().toNanos() - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException();
      }
      try {
        return frames.take(System.nanoTime() + Math.min(left, SILENCE.toNanos()));
      } catch (TimeoutException turn) {
        frames.probe();
      }
    }
  }

  private Duration patience() {
    Duration read = endpoint.timeouts().read();
    return finishing || texts.oldest().isPresent() ? read : read.plus(IDLE);
  }

  /** A frame as an answer, to be judged like one. */
  static Reply reply(Operation operation, String frame) {
    byte[] body = frame.getBytes(StandardCharsets.UTF_8);
    return new Reply(operation, 200, Optional.empty(), null, body);
  }

  private SocketFailures failures() {
    return new SocketFailures(!texts.none(), progress, delivered, traceId);
  }

  private void take(SocketFrame frame) {
    sessionId = frame.sessionId().or(() -> sessionId);
    traceId = frame.traceId().or(() -> traceId);
    if (frame.is(SocketFrame.TASK_FINISHED)) {
      endOr(true, failures().cut("it finished before its texts were spoken", null));
      return;
    }
    extraInfo = frame.extraInfo().or(() -> extraInfo);
    subtitles = frame.subtitles().or(() -> subtitles);
    frame.audio().ifPresent(this::takeAudio);
    if (frame.isLast()) {
      takeEnd();
    }
  }

  private void takeAudio(Audio audio) {
    OptionalInt text = texts.oldest();
    if (text.isEmpty()) {
      fail(failures().damaged("audio of no text"));
      return;
    }
    progress = true;
    ready.add(new AudioPiece(text.getAsInt(), audio));
  }

  private void takeEnd() {
    OptionalInt text = texts.endOldest();
    if (text.isEmpty()) {
      fail(failures().damaged("the end of no text"));
      return;
    }
    progress = true;
    Metering metering = Metering.read(extraInfo);
    usageCharacters.addAndGet(metering.usageCharacters().orElse(0));
    AudioInfo info = AudioInfo.read(extraInfo);
    ready.add(new TextSpoken(text.getAsInt(), info, metering, subtitles, traceId));
    extraInfo = Optional.empty();
    subtitles = Optional.empty();
  }

  private void refused(ProviderRefused refusal) {
    boolean skipped = SKIPPED.stream().anyMatch(refusal::is);
    OptionalInt text = skipped ? texts.endNewest() : OptionalInt.empty();
    if (text.isPresent()) {
      ready.add(new TextSkipped(text.getAsInt(), refusal));
    } else {
      fail(failures().refused(refusal));
    }
  }

  /** What ends a session does it no harm when that was due and every text has come to its end. */
  private void endOr(boolean due, ProviderException otherwise) {
    if (due && unfinished().isEmpty()) {
      ended = true;
      close();
    } else {
      fail(otherwise);
    }
  }

  private void fail(ProviderException thrown) {
    if (failure == null) {
      failure = thrown.without(endpoint.key().secret());
    }
    close();
  }

  /** Numbers of the texts that have not come to their end, in order. */
  public List<Integer> unfinished() {
    return texts.open();
  }

  /** Billed characters of the texts spoken so far, as far as the provider says. */
  public long usageCharacters() {
    return usageCharacters.get();
  }

  /** The provider's id of the session. */
  public Optional<String> sessionId() {
    return sessionId;
  }

  /** The provider's latest id of a request, for its support. */
  public Optional<String> traceId() {
    return traceId;
  }

  /** Ends the session at once and frees its connection; a reader that waits fails. */
  @Override
  public void close() {
    over = true;
    frames.close();
  }

  @Override
  public String toString() {
    return "SpeechSession[" + sessionId.orElse("unnamed") + (over ? ", over]" : ", open]");
  }
}
