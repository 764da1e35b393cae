package dev.timbre.provider.control;

import dev.timbre.provider.client.SpeechStream;
import dev.timbre.provider.client.wire.speech.SpeechSummary;
import java.util.Optional;

/**
 * Speech while the provider makes it. Holds one piece, however long the speech is. One thread
 * reads; any may close, which ends the stream but not the bill.
 */
public final class LiveAudio implements AutoCloseable {

  private final SpeechStream stream;

  LiveAudio(SpeechStream stream) {
    this.stream = stream;
  }

  /**
   * Waits for the next piece.
   *
   * @return empty when all is there
   * @throws ProviderOutcomeLost when the stream breaks off; what it cost nobody can tell
   */
  public Optional<byte[]> next() {
    return ProviderFaults.translated(stream::next);
  }

  /**
   * What the provider says of the whole.
   *
   * @throws IllegalStateException before {@link #next} answered with nothing
   */
  public SpeechProvider.Metered metered() {
    SpeechSummary summary = ProviderFaults.translated(stream::summary);
    return new SpeechProvider.Metered(
        summary.info().length(),
        summary.metering().usageCharacters(),
        summary.traceId().orElse(null));
  }

  @Override
  public void close() {
    stream.close();
  }
}
