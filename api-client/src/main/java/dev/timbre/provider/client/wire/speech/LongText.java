package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the files that a long synthesis can speak: one text, a zip of texts, or a zip of texts in
 * parts. Upload it with {@code FileShelf} and order with its id. Forms and limits: MiniMax API
 * reference, "Text to speech, asynchronous".
 */
public final class LongText {

  /** The contract says fewer than a million characters. */
  static final int LONGEST = 999_999;

  /** So that the same texts make the same file. */
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

  private LongText() {}

  /**
   * One text in UTF-8.
   *
   * @param filename ends in {@code .txt}
   * @throws InvalidRequest for another name, blank text, or a million characters and more
   */
  public static FileUpload text(String filename, String text) {
    requireName("filename", filename, ".txt");
    return upload(filename, bytes(Check.length("text", text, LONGEST)));
  }

  /**
   * A zip of texts.
   *
   * @param filename ends in {@code .zip}
   * @param texts by name, each ending in {@code .txt}, in the order of the map
   * @throws InvalidRequest for another name, no text, a blank one, or a million characters and more
   *     in one
   */
  public static FileUpload texts(String filename, Map<String, String> texts) {
    return zip(filename, ".txt", texts, text -> Check.length("text", text, LONGEST));
  }

  /**
   * A zip of texts in parts.
   *
   * @param filename ends in {@code .zip}
   * @param entries by name, each ending in {@code .json}, in the order of the map
   * @throws InvalidRequest for another name, or no entry
   */
  public static FileUpload parts(String filename, Map<String, LongTextParts> entries) {
    return zip(filename, ".json", entries, LongTextParts::toJson);
  }

  private static <T> FileUpload zip(
      String filename, String extension, Map<String, T> entries, Function<T, String> content) {
    requireName("filename", filename, ".zip");
    if (entries.isEmpty()) {
      throw new InvalidRequest("file", "no entries", "at least one");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, T> entry : entries.entrySet()) {
        requireName("entry", entry.getKey(), extension);
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(ANY_TIME);
        zip.putNextEntry(header);
        zip.write(bytes(content.apply(entry.getValue())));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("A zip in memory cannot fail", impossible);
    }
    return upload(filename, packed.toByteArray());
  }

  private static void requireName(String field, String name, String extension) {
    Check.notBlank(field, name);
    if (!PLAIN_NAME.matcher(name).matches()
        || name.length() == extension.length()
        || !name.endsWith(extension)) {
      throw new InvalidRequest(field, CleanText.of(name), "a plain name that ends in " + extension);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static FileUpload upload(String filename, byte[] content) {
    return new FileUpload(
        FilePurpose.T2A_ASYNC_INPUT,
        filename,
        content.length,
        () -> new ByteArrayInputStream(content));
  }
}
