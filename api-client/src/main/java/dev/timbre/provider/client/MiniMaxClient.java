package dev.timbre.provider.client;

import dev.timbre.provider.client.error.ProviderException;

/**
 * A client of one provider account, family by family. Safe for many threads; costly to make and
 * cheap to use, so make one per account, keep it, and {@link #close} it when the account changes.
 *
 * <p>Every call blocks and throws a {@link ProviderException} unless the provider says success;
 * nothing is retried here, because only the caller knows what a repeat may cost. Never call it
 * inside a database transaction.
 */
public final class MiniMaxClient implements AutoCloseable {

  private final Calls calls;
  private final FileShelf files;
  private final Voices voices;
  private final Speech speech;
  private final LongSpeech longSpeech;

  private MiniMaxClient(Calls calls) {
    this.calls = calls;
    this.files = new FileShelf(calls);
    this.voices = new Voices(calls);
    this.speech = new Speech(calls);
    this.longSpeech = new LongSpeech(calls, files);
  }

  /** A client of the account at {@code endpoint}; nothing is sent yet. */
  public static MiniMaxClient connect(ProviderEndpoint endpoint) {
    return new MiniMaxClient(new Calls(endpoint));
  }

  /** Stored files: upload, list, retrieve, download, delete. */
  public FileShelf files() {
    return files;
  }

  /** Voices: clone, design, list, delete. */
  public Voices voices() {
    return voices;
  }

  /** Text to speech. */
  public Speech speech() {
    return speech;
  }

  /** Text to speech by order, for long texts. */
  public LongSpeech longSpeech() {
    return longSpeech;
  }

  /** Frees the connections; calls under way fail. */
  @Override
  public void close() {
    calls.close();
  }
}
