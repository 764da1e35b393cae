package dev.timbre.speech.control.label;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the content number of a label in any file. It survives many re-encodings, but anybody
 * can write one, so it is a claim and no proof. No container is understood here: the label is ASCII
 * in all of them, and stands near the beginning or the end.
 */
public final class LabelClaim {

  private static final int SEARCHED = 1024 * 1024;

  private static final Pattern CONTENT_NUMBER =
      Pattern.compile(
          "\"ProduceID\"\\s{0,4}:\\s{0,4}\""
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

  private LabelClaim() {}

  /** The id of the speech that the file says it is. */
  public static Optional<UUID> find(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      Optional<UUID> first = find(in, 0);
      return first.isPresent() ? first : find(in, Math.max(0, in.length() - SEARCHED));
    }
  }

  private static Optional<UUID> find(RandomAccessFile in, long at) throws IOException {
    byte[] bytes = new byte[(int) Math.min(SEARCHED, in.length() - at)];
    in.seek(at);
    in.readFully(bytes);
    Matcher matcher = CONTENT_NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }
}
