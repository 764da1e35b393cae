package dev.timbre.audit.verifier;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
}
