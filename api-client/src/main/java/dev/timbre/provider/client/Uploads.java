package dev.timbre.provider.client;

import dev.timbre.provider.client.dialect.UploadForm;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.transport.BoundedSink;
import dev.timbre.provider.client.transport.MultipartBody;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Stores files at the provider by {@code java.net.http}. A MicroProfile REST client spools a
 * multipart body to a temporary file before it sends the first byte; here the bytes go from their
 * source to the network in pieces of some kilobytes, and neither heap nor disk holds a copy.
 */
final class Uploads {

  private static final long LARGEST_ANSWER = 1024 * 1024;

  private final ProviderEndpoint endpoint;
  private final Connections connections;

  Uploads(ProviderEndpoint endpoint, Connections connections) {
    this.endpoint = endpoint;
    this.connections = connections;
  }

  /**
   * @throws UncheckedIOException when the content cannot be opened; nothing was sent then
   * @throws IOException when the network fails
   */
  FileAnswer send(FileUpload upload) throws IOException {
    try (InputStream content = open(upload)) {
      UploadForm form = endpoint.dialect().uploadForm();
      MultipartBody body = new MultipartBody(upload, form);
      HttpRequest request =
          DirectRequest.to(endpoint, Operation.UPLOAD_FILE)
              .header("Content-Type", body.contentType())
              .header("Accept", "application/json")
              .POST(body.publisher(content))
              .build();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      HttpResponse<Long> response =
          connections.send(
              request,
              info -> new BoundedSink(answer, LARGEST_ANSWER),
              endpoint.timeouts().transfer());
      return FileAnswer.read(
          DirectRequest.reply(endpoint, Operation.UPLOAD_FILE, response, answer.toByteArray()),
          form.filePointer());
    }
  }

  private static InputStream open(FileUpload upload) {
    try {
      return upload.content().open();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The file to upload cannot be read", unreadable);
    }
  }
}
