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
  private final Chat chat;
  private final Batches batches;
  private final Images images;
  private final Videos videos;
  private final Music music;
  private final Account account;
  private final LongSpeech longSpeech;

  private MiniMaxClient(Calls calls) {
    this.calls = calls;
    this.files = new FileShelf(calls);
    this.voices = new Voices(calls);
    this.speech = new Speech(calls);
    this.chat = new Chat(calls);
    this.batches = new Batches(calls, files);
    this.images = new Images(calls);
    this.videos = new Videos(calls);
    this.music = new Music(calls);
    this.account = new Account(calls);
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

  /** Conversations with the text models, and the list of these. */
  public Chat chat() {
    return chat;
  }

  /** Batches of conversations, ordered together and answered within a day. */
  public Batches batches() {
    return batches;
  }

  /** Drawing images. */
  public Images images() {
    return images;
  }

  /** Videos by order, with and without a template. */
  public Videos videos() {
    return videos;
  }

  /** Music, lyrics and covers. */
  public Music music() {
    return music;
  }

  /** The account's money and plan. */
  public Account account() {
    return account;
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
