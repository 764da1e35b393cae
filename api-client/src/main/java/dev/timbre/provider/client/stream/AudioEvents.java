package dev.timbre.provider.client.stream;

import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.AudioInJson;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The audio of a stream whose events carry it in hex, as speech and music do: pieces in {@code
 * data.audio} with {@code data.status} 1, then a last event with status 2 and what there is to say
 * about the whole. That one may hold the whole audio once more, encoded anew, so it is used only
 * when no piece came before.
 */
public final class AudioEvents implements AutoCloseable {

  private static final int FINISHED = 2;

  /** More audio than any request can ask for: 256 MB. */
  private static final long MOST_AUDIO = 256L * 1024 * 1024;

  /** Events without audio that may follow one another. */
  private static final int MOST_EMPTY = 1000;

  private static final byte[] NOTHING = {};

  private final EventStream events;
  private long received;
  private Optional<WireObject> last = Optional.empty();

  /**
   * @param events not read from yet
   */
  public AudioEvents(EventStream events) {
    this.events = events;
  }

  /**
   * Waits for the next piece of audio.
   *
   * @return never without bytes; empty after the last event
   * @throws ProviderException when the stream breaks off, is refused or damaged; it is closed then
   */
  public Optional<byte[]> next() {
    for (int empty = 0; last.isEmpty(); empty++) {
      if (empty > MOST_EMPTY) {
        throw events.damaged("more than " + MOST_EMPTY + " events without audio");
      }
      byte[] audio = read(nextEvent());
      if (audio.length > 0) {
        return Optional.of(counted(audio));
      }
    }
    events.settle();
    return Optional.empty();
  }

  private ServerEvent nextEvent() {
    return events
        .next()
        .orElseThrow(() -> events.cut("it ended without the event that says it is finished"));
  }

  private byte[] read(ServerEvent event) {
    if (!events.isStreamed() && events.head().withBody(event.bytes()).isAudio()) {
      last = Optional.of(WireObject.EMPTY);
      return event.bytes();
    }
    AudioInJson json = AudioInJson.of(event.array(), event.length());
    WireObject root = events.judged(event, json.rest(), "data");
    WireObject data = root.object("data").orElse(WireObject.EMPTY);
    OptionalInt status = data.smallInteger("status");
    boolean finished =
        !events.isStreamed() || root.has("extra_info") || status.orElse(0) == FINISHED;
    byte[] audio = finished && received > 0 ? NOTHING : decode(event, json, data);
    if (finished) {
      if (received == 0 && audio.length == 0) {
        throw events.damaged("it ended well, but without any audio");
      }
      last = Optional.of(root);
      events.finished();
    }
    return audio;
  }

  private byte[] decode(ServerEvent event, AudioInJson json, WireObject data) {
    try {
      return json.decode(data);
    } catch (IllegalArgumentException damaged) {
      throw events.unreadable(event, damaged.getMessage());
    }
  }

  private byte[] counted(byte[] audio) {
    received += audio.length;
    if (received > MOST_AUDIO) {
      throw events.damaged("more than " + MOST_AUDIO + " bytes of audio");
    }
    events.delivered(audio.length);
    return audio;
  }

  /**
   * The last event without its audio; there once {@link #next} has answered with nothing. Without
   * fields when the provider sent bare audio.
   */
  public Optional<WireObject> last() {
    return last;
  }

  /** The provider's id of the request. */
  public Optional<String> traceId() {
    return events.head().trace(last.orElse(WireObject.EMPTY));
  }

  /** Ends the stream and frees its connection; any thread may. */
  @Override
  public void close() {
    events.close();
  }
}
