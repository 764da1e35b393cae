package dev.timbre.platform.rest;

import dev.timbre.platform.control.ArrivingFiles;
import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The parts of a multipart request. Files go to disk, counted while they are read. */
public final class Uploads {

  private static final int LARGEST_FIELD = 16 * 1024;
  private static final int MOST_PARTS = 12;

  private final List<EntityPart> parts;

  public Uploads(List<EntityPart> parts) {
    if (parts == null || parts.size() > MOST_PARTS) {
      throw new Invalid(
          "multipart-malformed", "Send a multipart form with at most " + MOST_PARTS + " parts.");
    }
    this.parts = parts;
  }

  /** A text field. */
  public Optional<String> field(String name) {
    return part(name).map(Uploads::text).filter(text -> !text.isBlank());
  }

  /**
   * Hands a file part to somebody who is done with it when they return.
   *
   * @param maxBytes more than this is refused after one byte too many was read
   */
  public <T> T file(String name, long maxBytes, BiFunction<Path, String, T> taker) {
    EntityPart part =
        part(name)
            .orElseThrow(
                () -> new Invalid("file-missing", "Send the file as part '" + name + "'."));
    Path path = temporary();
    try {
      copy(part, path, maxBytes);
      return taker.apply(path, part.getFileName().map(Uploads::withoutPath).orElse(null));
    } finally {
      delete(path);
    }
  }

  private Optional<EntityPart> part(String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
  }

  private static String text(EntityPart part) {
    try (InputStream in = part.getContent()) {
      byte[] bytes = in.readNBytes(LARGEST_FIELD + 1);
      if (bytes.length > LARGEST_FIELD) {
        throw new Invalid(
            "field-too-long", part.getName() + " may have " + LARGEST_FIELD + " bytes.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some callers send where the file lay on their disk, which is nobody's business. */
  private static String withoutPath(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.isBlank() ? null : last;
  }

  private static void copy(EntityPart part, Path path, long maxBytes) {
    try (InputStream in = part.getContent();
        OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[64 * 1024];
      long total = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        if (total > maxBytes) {
          throw new Invalid(
              "file-too-large",
              "The file has more than " + maxBytes + " bytes, which is the limit; shorten it.");
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return ArrivingFiles.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
