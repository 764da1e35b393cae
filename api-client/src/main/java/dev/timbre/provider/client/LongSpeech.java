package dev.timbre.provider.client;

import dev.timbre.provider.client.api.LongSpeechApi;
import dev.timbre.provider.client.archive.AudioSink;
import dev.timbre.provider.client.archive.DamagedArchive;
import dev.timbre.provider.client.archive.LongSpeechResult;
import dev.timbre.provider.client.archive.SpeechArchive;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.file.StoredFile;
import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.SpeechTaskId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text to speech by order: order it, ask or wait until it is spoken, fetch the result. A result can
 * be fetched for 9 h.
 */
public final class LongSpeech {

  private final Calls calls;
  private final FileShelf files;

  LongSpeech(Calls calls, FileShelf files) {
    this.calls = calls;
    this.files = files;
  }

  /** Orders a synthesis. Charged at once, and with a new voice the voice fee too. */
  public LongSpeechOrder order(LongSpeechRequest request) {
    return calls.perform(Operation.ORDER_LONG_SPEECH, () -> api().order(request));
  }

  /** Asks how far it is; the provider allows ten questions a second. */
  public LongSpeechProgress query(SpeechTaskId task) {
    return calls.perform(Operation.QUERY_LONG_SPEECH, () -> api().query(task.value()));
  }

  /**
   * Asks until the synthesis is over or the time is up, and yields the last answer: look at its
   * status. A question that fails is asked again when it may be.
   *
   * @throws ProviderException when a question fails for good, or the last one before the time is up
   * @throws InterruptedException when the thread is interrupted between two questions
   */
  public LongSpeechProgress await(SpeechTaskId task, PollPace pace) throws InterruptedException {
    return Polling.await(() -> query(task), progress -> progress.status().isLast(), pace);
  }

  /**
   * Fetches a result and copies its audio to {@code sink}. The download is kept in a temporary file
   * meanwhile, so that a slow sink holds no connection and a download that fails reaches no sink.
   *
   * @throws DownloadFailed when it cannot be fetched or is damaged; in the latter case a part of
   *     the audio may have reached the sink
   * @throws UncheckedIOException when the sink or the temporary file fails
   */
  public LongSpeechResult retrieve(FileId file, ProviderDownload download, AudioSink sink) {
    StoredFile stored = files.retrieve(file).file();
    ProviderUrl url = stored.downloadUrl().orElseThrow(this::noAddress);
    Path spool = null;
    try {
      spool = Files.createTempFile("timbre-", ".result");
      try (OutputStream out = Files.newOutputStream(spool)) {
        download.fetch(url, out);
      }
      return SpeechArchive.read(spool, stored.filename().orElse(file.value()), sink);
    } catch (DamagedArchive damaged) {
      throw new DownloadFailed(Reason.DAMAGED, url.uri().getHost(), damaged.getMessage(), damaged);
    } catch (IOException ours) {
      throw new UncheckedIOException("The temporary file of a download failed", ours);
    } finally {
      delete(spool);
    }
  }

  private DownloadFailed noAddress() {
    String host = calls.endpoint().baseUri().getHost();
    return new DownloadFailed(Reason.REFUSED, host, "the answer names no download address", null);
  }

  private static void delete(Path spool) {
    try {
      if (spool != null) {
        Files.deleteIfExists(spool);
      }
    } catch (IOException leftBehind) {
      spool.toFile().deleteOnExit();
    }
  }

  private LongSpeechApi api() {
    return calls.clients().get(LongSpeechApi.class, calls.timeouts().read());
  }
}
