package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.NoteKey;
import dev.timbre.audit.proof.SignedNote;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Checks an export of the log, or a receipt. Exit code 0: intact. 1: altered, and the output says
 * where. 2: it could not be checked. 3: what is there is intact, but some positions were retired or
 * not exported, and only who asks knows whether that is right.
 */
public final class Verifier {

  static final int INTACT = 0;
  static final int ALTERED = 1;
  static final int UNUSABLE = 2;
  static final int PARTIAL = 3;

  private static final String RECEIPT = "receipt";

  private static final String USAGE =
      """
      usage: java -jar timbre-verifier.jar --key <key> [--key <key>]... [--witness <file>] <export>
             java -jar timbre-verifier.jar receipt <receipt> --keys <keys> [--audio <file>] [--proof <proof>]

        --key      a key that you trust, as <name>+<id>+<base64>, or a file with such keys, or a file
                   with what /api/v1/audit/keys gave; --keys is the same
        --witness  checkpoints that were kept elsewhere, as signed notes one after the other
        <export>   what /api/v1/audit/export gave; - for standard input
        <receipt>  what /api/v1/speeches/<id>/receipt gave
        --audio    the file that is said to be the audio of that speech
        --proof    what /api/v1/audit/<entry>/proof gave for the entry that the receipt names
      """;

  private final PrintStream out;
  private final List<NoteKey> keys = new ArrayList<>();
  private final List<SignedNote> witnessed = new ArrayList<>();
  private int noNotes;
  private String export;

  private Verifier(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    try {
      Deque<String> given = new ArrayDeque<>(List.of(arguments));
      if (RECEIPT.equals(given.peek())) {
        given.remove();
        ReceiptVerifier receipt = new ReceiptVerifier(out);
        return receipt.understands(given) ? receipt.verify() : usage(out);
      }
      Verifier verifier = new Verifier(out);
      return verifier.understands(given) ? verifier.verify() : usage(out);
    } catch (IOException | IllegalArgumentException e) {
      out.println("cannot be checked: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private static int usage(PrintStream out) {
    out.print(USAGE);
    return UNUSABLE;
  }

  private boolean understands(Deque<String> arguments) throws IOException {
    while (arguments.size() > 1) {
      String option = arguments.remove();
      String value = arguments.remove();
      switch (option) {
        case "--key", "--keys" -> keys.addAll(TrustedKeys.read(value));
        case "--witness" -> {
          WitnessNotes kept = WitnessNotes.read(TextFile.readSpoiled(value));
          witnessed.addAll(kept.notes());
          noNotes += kept.passedOver();
        }
        default -> {
          return false;
        }
      }
    }
    export = arguments.poll();
    return export != null && !export.startsWith("--") && !keys.isEmpty();
  }

  private int verify() throws IOException {
    Verdict verdict;
    try (InputStream in = open()) {
      verdict = new ExportCheck(keys, witnessed).check(in);
    }
    verdict.problems().forEach(out::println);
    out.println((verdict.isIntact() ? "intact: " : "ALTERED: ") + verdict.counts());
    if (verdict.begin() > 0 || verdict.end() < verdict.size()) {
      out.printf(
          "only positions %d to %d of %d were exported%n",
          verdict.begin(), verdict.end() - 1, verdict.size());
    }
    if (verdict.counts().passedOver() > 0) {
      out.printf(
          "%d of the checkpoints kept elsewhere end where nothing was exported, and prove"
              + " nothing%n",
          verdict.counts().passedOver());
    }
    if (noNotes > 0) {
      out.printf(
          "%d pieces of what was kept elsewhere are no checkpoints, and prove nothing%n", noNotes);
    }
    if (!verdict.isIntact()) {
      return ALTERED;
    }
    return verdict.isWhole() ? INTACT : PARTIAL;
  }

  private InputStream open() throws IOException {
    try {
      return "-".equals(export)
          ? new BufferedInputStream(System.in)
          : Files.newInputStream(Path.of(export));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + export, e);
    }
  }
}
