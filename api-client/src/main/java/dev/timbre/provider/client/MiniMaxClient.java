package dev.timbre.provider.client;

import dev.timbre.provider.client.api.FilesApi;
import dev.timbre.provider.client.api.SpeechApi;
import dev.timbre.provider.client.api.VoiceCloneApi;
import dev.timbre.provider.client.api.VoicesApi;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.CloneAnswer;
import dev.timbre.provider.client.wire.CloneRequest;
import dev.timbre.provider.client.wire.DeletedFile;
import dev.timbre.provider.client.wire.DeletedVoice;
import dev.timbre.provider.client.wire.FileAnswer;
import dev.timbre.provider.client.wire.FileDeletion;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.FileList;
import dev.timbre.provider.client.wire.FilePurpose;
import dev.timbre.provider.client.wire.SpeechAnswer;
import dev.timbre.provider.client.wire.SpeechRequest;
import dev.timbre.provider.client.wire.VoiceDeletion;
import dev.timbre.provider.client.wire.VoiceList;
import dev.timbre.provider.client.wire.VoiceQuery;
import dev.timbre.provider.client.wire.VoiceType;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

/**
 * A client of one provider account. Safe for many threads; costly to make and cheap to use, so make
 * one per account, keep it, and {@link #close} it when the account changes.
 *
 * <p>Every method blocks and throws a {@link ProviderException} unless the provider's envelope says
 * success; nothing is retried here, because only the caller knows what a repeat may cost. Never
 * call it inside a database transaction.
 */
public final class MiniMaxClient implements AutoCloseable {

  private final ProviderEndpoint endpoint;
  private final Uploads uploads;
  private final FilesApi files;
  private final VoicesApi voices;
  private final VoiceCloneApi clones;
  private final SpeechApi speech;

  private MiniMaxClient(ProviderEndpoint endpoint) {
    RestClients clients = new RestClients(endpoint);
    Timeouts timeouts = endpoint.timeouts();
    this.endpoint = endpoint;
    this.uploads = new Uploads(endpoint);
    this.files = clients.build(FilesApi.class, timeouts.read());
    this.voices = clients.build(VoicesApi.class, timeouts.read());
    this.clones = clients.build(VoiceCloneApi.class, timeouts.cloning());
    this.speech = clients.build(SpeechApi.class, timeouts.speaking());
  }

  /** A client of the account at {@code endpoint}; nothing is sent yet. */
  public static MiniMaxClient connect(ProviderEndpoint endpoint) {
    return new MiniMaxClient(endpoint);
  }

  /**
   * Stores a file. Repeating it is free of charge but leaves a spare file.
   *
   * @throws UncheckedIOException when the file's own content cannot be opened
   */
  public FileAnswer upload(FileUpload upload) {
    return perform(Operation.UPLOAD_FILE, () -> uploads.send(upload));
  }

  /** Lists the stored files of one purpose. */
  public FileList listFiles(FilePurpose purpose) {
    return perform(Operation.LIST_FILES, () -> files.list(purpose.value()));
  }

  /** Describes one file; only this answer has a download address. */
  public FileAnswer retrieveFile(FileId id) {
    return perform(Operation.RETRIEVE_FILE, () -> files.retrieve(id.value()));
  }

  /**
   * Copies the bytes of one file to {@code out}, which is neither flushed nor closed and may hold a
   * part of the file when this fails.
   *
   * @return number of bytes
   * @throws DownloadFailed when the file has more than {@code maxBytes}
   * @throws UncheckedIOException when {@code out} fails
   */
  public long retrieveContent(FileId id, OutputStream out, long maxBytes) {
    return perform(
        Operation.RETRIEVE_CONTENT,
        () -> new FileContent(endpoint, out, maxBytes).copy(files.retrieveContent(id.value())));
  }

  /** Deletes a stored file. */
  public DeletedFile deleteFile(FileId id, FilePurpose purpose) {
    return perform(Operation.DELETE_FILE, () -> files.delete(new FileDeletion(id, purpose)));
  }

  /** Makes a voice; answers after seconds to tens of seconds. The preview is charged. */
  public CloneAnswer cloneVoice(CloneRequest request) {
    return perform(Operation.CLONE_VOICE, () -> clones.clone(request));
  }

  /** Lists voices; an unused clone is not among them. */
  public VoiceList listVoices(VoiceType type) {
    return perform(Operation.LIST_VOICES, () -> voices.list(new VoiceQuery(type)));
  }

  /** Deletes a cloned or designed voice; its id can never be used again. */
  public DeletedVoice deleteVoice(VoiceType type, String voiceId) {
    return perform(Operation.DELETE_VOICE, () -> voices.delete(new VoiceDeletion(type, voiceId)));
  }

  /** Speaks. Charged, and with a new voice the voice fee too. */
  public SpeechAnswer speak(SpeechRequest request) {
    return perform(Operation.SPEAK, () -> speech.speak(request));
  }

  private <T> T perform(Operation operation, Callable<T> call) {
    try {
      return call.call();
    } catch (UncheckedIOException ours) {
      throw ours;
    } catch (Exception thrown) {
      RuntimeException failure = Failures.of(operation, thrown);
      throw failure instanceof ProviderException provider
          ? provider.without(endpoint.key().secret())
          : failure;
    }
  }

  /** Frees the connections; calls under way fail. */
  @Override
  public void close() {
    files.close();
    voices.close();
    clones.close();
    speech.close();
  }
}
