package dev.timbre.provider.client;

import dev.timbre.provider.client.api.FilesApi;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.file.DeletedFile;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileDeletion;
import dev.timbre.provider.client.wire.file.FileList;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The files that an account stores at the provider. */
public final class FileShelf {

  private final Calls calls;
  private final Uploads uploads;

  FileShelf(Calls calls) {
    this.calls = calls;
    this.uploads = new Uploads(calls.endpoint(), calls.connections());
  }

  /**
   * Stores a file. Repeating it is free of charge but leaves a spare file.
   *
   * @throws UncheckedIOException when the file's own content cannot be opened
   */
  public FileAnswer upload(FileUpload upload) {
    return calls.perform(Operation.UPLOAD_FILE, () -> uploads.send(upload));
  }

  /** Lists the stored files of one purpose. */
  public FileList list(FilePurpose purpose) {
    return calls.perform(Operation.LIST_FILES, () -> api().list(purpose.value()));
  }

  /** Describes one file; only this answer has a download address. */
  public FileAnswer retrieve(FileId id) {
    return calls.perform(Operation.RETRIEVE_FILE, () -> api().retrieve(id.value()));
  }

  /**
   * Copies the bytes of one file to {@code out}, which is neither flushed nor closed and may hold a
   * part of the file when this fails.
   *
   * @return number of bytes
   * @throws DownloadFailed when the file has more than {@code maxBytes}
   * @throws UncheckedIOException when {@code out} fails
   */
  public long copyContent(FileId id, OutputStream out, long maxBytes) {
    return calls.perform(
        Operation.RETRIEVE_CONTENT,
        () -> new FileContent(calls.endpoint(), out, maxBytes).copy(calls.connections(), id));
  }

  /** Deletes a stored file. */
  public DeletedFile delete(FileId id, FilePurpose purpose) {
    return calls.perform(Operation.DELETE_FILE, () -> api().delete(new FileDeletion(id, purpose)));
  }

  private FilesApi api() {
    return calls.clients().get(FilesApi.class, calls.timeouts().read());
  }
}
