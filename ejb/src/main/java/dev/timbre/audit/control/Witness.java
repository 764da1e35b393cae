package dev.timbre.audit.control;

import dev.timbre.audit.proof.Hashes;
import dev.timbre.platform.control.AnswerStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Somebody who keeps checkpoints where those who could alter the log cannot reach them.
 *
 * @param name stable, since what they know is remembered under it
 */
record Witness(String name, Keeping keeping) {

  /** Longest wait for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Keeps one note. */
  @FunctionalInterface
  interface Keeping {
    void keep(String note) throws IOException;
  }

  /** Notes are appended, an empty line before each: the last one may have been torn by a crash. */
  static Witness atFile(Path file) {
    return new Witness(
        "file:" + file,
        note ->
            Files.writeString(
                file, "\n\n" + note, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /**
   * Notes are posted as text; any answer of 2xx says that the note is kept. The path may hold a
   * secret, so the name has only its digest.
   */
  static Witness atUrl(URI url) {
    byte[] digest = Hashes.sha256(url.toString().getBytes(StandardCharsets.UTF_8));
    String name = url.getScheme() + "://" + url.getHost() + "#" + HexFormat.of().formatHex(digest);
    return new Witness(name, note -> post(url, note));
  }

  private static void post(URI url, String note) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(note))
            .build();
    try {
      int status = AnswerStatus.of(HTTP, request);
      if (status / 100 != 2) {
        throw new IOException("The witness answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
