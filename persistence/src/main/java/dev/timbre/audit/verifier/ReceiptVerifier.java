package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.NoteKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The command that checks one receipt. Ends with the codes of {@link Verifier}, but never with 3.
 */
final class ReceiptVerifier {

  private final PrintStream out;
  private final List<NoteKey> keys = new ArrayList<>();
  private String receipt;
  private String audio;
  private String proof;

  ReceiptVerifier(PrintStream out) {
    this.out = out;
  }

  /**
   * @param arguments those after the command; taken away one by one
   * @return false when they make no sense
   */
  boolean understands(Deque<String> arguments) throws IOException {
    while (!arguments.isEmpty()) {
      String argument = arguments.remove();
      if (!argument.startsWith("--")) {
        if (receipt != null) {
          return false;
        }
        receipt = argument;
      } else if (arguments.isEmpty() || !takes(argument, arguments.remove())) {
        return false;
      }
    }
    return receipt != null && !keys.isEmpty();
  }

  private boolean takes(String option, String value) throws IOException {
    switch (option) {
      case "--key", "--keys" -> keys.addAll(TrustedKeys.read(value));
      case "--audio" -> audio = value;
      case "--proof" -> proof = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  int verify() throws IOException {
    ReceiptCheck check = new ReceiptCheck(keys, TextFile.read(receipt));
    if (check.isSigned()) {
      if (audio != null) {
        check.compareAudio(sha256(audio));
      }
      if (proof != null) {
        check.compareProof(TextFile.read(proof));
      }
    }
    check.confirmed().forEach(out::println);
    check.problems().forEach(out::println);
    out.println(check.problems().isEmpty() ? "intact" : "ALTERED");
    return check.problems().isEmpty() ? Verifier.INTACT : Verifier.ALTERED;
  }

  private static byte[] sha256(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file));
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(PrintStream.nullOutputStream());
      return digested.getMessageDigest().digest();
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
