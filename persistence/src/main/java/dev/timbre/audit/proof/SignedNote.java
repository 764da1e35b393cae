package dev.timbre.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with signatures (C2SP signed-note): the text, an empty line, one line for each signature.
 *
 * @param text ends with a line break; what is signed
 */
public record SignedNote(String text, List<Line> signatures) {

  /** An em dash and a space begin the line of a signature. */
  private static final String MARK = "\u2014 ";

  private static final int ID_BYTES = 4;

  /**
   * One signature.
   *
   * @param keyName who signed
   * @param keyId eight hexadecimal digits
   */
  public record Line(String keyName, String keyId, byte[] signature) {

    boolean isBy(NoteKey key) {
      return keyName.equals(key.name()) && keyId.equals(key.id());
    }
  }

  /** Signs a text with each key. */
  public static SignedNote sign(String text, List<SigningKey> keys) {
    byte[] message = NoteKey.utf8(text);
    return new SignedNote(
        text,
        keys.stream()
            .map(key -> new Line(key.publicKey().name(), key.publicKey().id(), key.sign(message)))
            .toList());
  }

  /**
   * Reads {@link #toString()}.
   *
   * @throws IllegalArgumentException when the text is no signed note
   */
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("A signed note has an empty line before its signatures.");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(line(line));
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("The note is not signed.");
    }
    return new SignedNote(note.substring(0, end + 1), List.copyOf(lines));
  }

  private static Line line(String line) {
    String[] parts = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : null;
    byte[] bytes = parts == null || parts.length != 2 ? null : CanonicalBase64.decode(parts[1]);
    if (bytes == null || bytes.length <= ID_BYTES) {
      throw new IllegalArgumentException("'" + line + "' is no signature of a note.");
    }
    String id = HexFormat.of().formatHex(bytes, 0, ID_BYTES);
    return new Line(parts[0], id, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
  }

  /** Whether the key signed; a signature in its name that is wrong is none. */
  public boolean isSignedBy(NoteKey key) {
    byte[] message = NoteKey.utf8(text);
    return signatures.stream()
        .filter(line -> line.isBy(key))
        .anyMatch(line -> key.verifies(message, line.signature()));
  }

  /** The whole note as it is published. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Line line : signatures) {
      byte[] bytes = NoteKey.concat(HexFormat.of().parseHex(line.keyId()), line.signature());
      note.append(MARK).append(line.keyName()).append(' ');
      note.append(Base64.getEncoder().encodeToString(bytes)).append('\n');
    }
    return note.toString();
  }
}
