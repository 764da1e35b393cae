package dev.timbre.provider.client;

import dev.timbre.provider.client.api.AnswerReader;
import dev.timbre.provider.client.api.ReplyMarks;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.Reply;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Copies the bytes of a stored file. The answer is the file itself or, in the same place, an
 * envelope with a refusal: what looks like the latter is judged before anything is passed on.
 */
final class FileContent {

  /** Refusals are some hundred bytes. */
  private static final int LARGEST_REFUSAL = 64 * 1024;

  private final ProviderEndpoint endpoint;
  private final OutputStream out;
  private final long maxBytes;

  FileContent(ProviderEndpoint endpoint, OutputStream out, long maxBytes) {
    this.endpoint = endpoint;
    this.out = out;
    this.maxBytes = maxBytes;
  }

  /**
   * @throws IOException when the answer is cut off
   */
  long copy(Response response) throws IOException {
    try (response;
        InputStream body = response.readEntity(InputStream.class)) {
      byte[] start = body.readNBytes(LARGEST_REFUSAL);
      Reply reply = AnswerReader.reply(response.getStringHeaders(), start);
      if (reply.httpStatus() / 100 != 2 || mayBeRefusal(response, start)) {
        reply
            .refusal()
            .ifPresent(
                refusal -> {
                  throw refusal;
                });
      }
      if (reply.httpStatus() / 100 != 2) {
        throw reply.unreadable("not the file");
      }
      return write(start, body);
    }
  }

  /** A line of a batch that tells of a failure is one of the file, and no refusal of the file. */
  private static boolean mayBeRefusal(Response response, byte[] start) {
    if (JsonText.object(start).filter(first -> first.containsKey("custom_id")).isPresent()) {
      return false;
    }
    return Optional.ofNullable(response.getHeaderString(ReplyMarks.MEDIA_TYPE))
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
