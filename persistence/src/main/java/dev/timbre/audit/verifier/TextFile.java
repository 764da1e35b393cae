package dev.timbre.audit.verifier;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what fits into memory: keys, checkpoints, a receipt, a proof. */
final class TextFile {

  private TextFile() {}

  /**
   * @throws IOException when there is no such file, or it is no text in UTF-8; says which
   */
  static String read(String name) throws IOException {
    try {
      return Files.readString(Path.of(name));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + name, e);
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is no text in UTF-8", e);
    }
  }

  /**
   * Reads what may be spoiled in places.
   *
   * @throws IOException when there is no such file; says which
   */
  static String readSpoiled(String name) throws IOException {
    try {
      return new String(Files.readAllBytes(Path.of(name)), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + name, e);
    }
  }
}
