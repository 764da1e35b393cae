package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.error.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * A file to store at the provider, whose bytes are read only while they are sent.
 *
 * @param filename its extension tells the provider the format
 * @param length exact size of {@code content} in bytes
 * @param content opened once per upload
 */
public record FileUpload(FilePurpose purpose, String filename, long length, Content content) {

  /** Samples and prompts: 20 MB. */
  private static final long LARGEST_SAMPLE = 20L * 1024 * 1024;

  /** The lines of a batch: 100 MB. */
  private static final long LARGEST_BATCH = 100L * 1024 * 1024;

  /** Any file: 512 MB. */
  private static final long LARGEST_FILE = 512L * 1024 * 1024;

  private static final Set<FilePurpose> SAMPLES =
      Set.of(FilePurpose.VOICE_CLONE, FilePurpose.PROMPT_AUDIO);

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /**
   * @throws InvalidRequest for a blank name, an empty file or one over the purpose's limit
   */
  public FileUpload {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(content, "content");
    if (filename == null || filename.isBlank()) {
      throw new InvalidRequest("filename", "blank", "a name with the format's extension");
    }
    long most = largest(purpose);
    if (length < 1 || length > most) {
      throw new InvalidRequest("file", length + " bytes", "1 to " + most + " bytes");
    }
  }

  private static long largest(FilePurpose purpose) {
    if (SAMPLES.contains(purpose)) {
      return LARGEST_SAMPLE;
    }
    return purpose.equals(FilePurpose.BATCH) ? LARGEST_BATCH : LARGEST_FILE;
  }

  /**
   * A file on disk under its own name.
   *
   * @throws IOException when its size cannot be read
   */
  public static FileUpload of(FilePurpose purpose, Path file) throws IOException {
    return new FileUpload(
        purpose, file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
  }
}
