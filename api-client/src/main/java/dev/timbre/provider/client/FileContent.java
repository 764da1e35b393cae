package dev.timbre.provider.client;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Copies the bytes of a stored file. The answer is the file itself or, in the same place, an
 * envelope with a refusal: what looks like the latter is judged before anything is passed on.
 */
final class FileContent {

  /** Refusals are some hundred bytes. */
  private static final int LARGEST_REFUSAL = 64 * 1024;

  private static final int FOUND = 200;

  private final ProviderEndpoint endpoint;
  private final OutputStream out;
  private final long maxBytes;

  FileContent(ProviderEndpoint endpoint, OutputStream out, long maxBytes) {
    this.endpoint = endpoint;
    this.out = out;
    this.maxBytes = maxBytes;
  }

  /**
   * Asks for a file and copies it, within the time that a transfer may take.
   *
   * @throws IOException when the answer is cut off or the time is up
   */
  long copy(Connections connections, FileId id) throws IOException {
    String query = "file_id=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
    HttpRequest request =
        DirectRequest.to(endpoint, Operation.RETRIEVE_CONTENT, query)
            .header("Accept", "*/*")
            .build();
    Timeouts timeouts = endpoint.timeouts();
    HttpResponse<InputStream> response =
        connections.send(request, BodyHandlers.ofInputStream(), timeouts.read());
    InputStream body = response.body();
    CompletableFuture<Void> copied =
        new CompletableFuture<Void>()
            .orTimeout(timeouts.transfer().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> guard = copied.exceptionally(late -> closed(body));
    try (body) {
      return copy(response, body);
    } catch (IOException failed) {
      if (guard.isDone()) {
        throw new HttpTimeoutException("no whole file within " + timeouts.transfer());
      }
      throw failed;
    } finally {
      copied.complete(null);
    }
  }

  /** Wakes the reader, whose next step fails. */
  private static Void closed(InputStream body) {
    try {
      body.close();
    } catch (IOException alreadyClosed) {
      // as it should be
    }
    return null;
  }

  private long copy(HttpResponse<?> response, InputStream body) throws IOException {
    byte[] start = body.readNBytes(LARGEST_REFUSAL);
    Reply reply = DirectRequest.reply(endpoint, Operation.RETRIEVE_CONTENT, response, start);
    if (reply.httpStatus() != FOUND || mayBeRefusal(reply, start)) {
      reply
          .refusal()
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
    if (reply.httpStatus() != FOUND) {
      throw reply.unreadable("not the file");
    }
    return write(start, body);
  }

  /** A line of a batch that tells of a failure is one of the file, and no refusal of the file. */
  private static boolean mayBeRefusal(Reply reply, byte[] start) {
    if (JsonText.object(start).filter(first -> first.containsKey("custom_id")).isPresent()) {
      return false;
    }
    return reply
        .mediaType()
        .map(type -> type.contains("json") || type.startsWith("text/"))
        .orElse(true);
  }

  private long write(byte[] start, InputStream rest) throws IOException {
    long written = 0;
    byte[] piece = start;
    while (piece.length > 0) {
      written += piece.length;
      if (written > maxBytes) {
        throw new DownloadFailed(
            Reason.TOO_LARGE,
            endpoint.baseUri().getHost(),
            "more than " + maxBytes + " bytes",
            null);
      }
      try {
        out.write(piece);
      } catch (IOException ours) {
        throw new UncheckedIOException("The file's content could not be written", ours);
      }
      piece = rest.readNBytes(LARGEST_REFUSAL);
    }
    return written;
  }
}
