package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.CanonicalJson;
import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A log of entries "0", "1", … with a checkpoint after each tenth, exported whole. */
final class WrittenLog {

  static final String NAME = "log.example/audit";
  static final SigningKey KEY = SigningKey.generate(NAME);

  private static final int CHECKPOINT_EVERY = 10;

  private final List<String> lines = new ArrayList<>();
  private final List<SignedNote> notes = new ArrayList<>();
  private final List<byte[]> leaves = new ArrayList<>();

  private WrittenLog() {}

  static WrittenLog of(int entries) {
    WrittenLog log = new WrittenLog();
    Frontier tree = new Frontier();
    for (int i = 0; i < entries; i++) {
      String canonical = CanonicalJson.of(Map.of("id", Integer.toString(i), "reason", "音 \"é\""));
      byte[] leaf = Hashes.leaf(canonical.getBytes(StandardCharsets.UTF_8));
      tree.append(leaf);
      log.leaves.add(leaf);
      log.lines.add(ExportLines.entry(i, leaf, canonical));
      if (tree.size() % CHECKPOINT_EVERY == 0 || i == entries - 1) {
        log.notes.add(signed(tree, KEY));
        log.lines.add(ExportLines.checkpoint(tree.size(), log.last().toString()));
      }
    }
    ExportLines.Header header =
        new ExportLines.Header(log.last().toString(), 0, entries, List.of(), List.of());
    log.lines.add(0, ExportLines.header(header));
    return log;
  }

  static SignedNote signed(Frontier tree, SigningKey key) {
    return SignedNote.sign(new Checkpoint(NAME, tree.size(), tree.root()).text(), List.of(key));
  }

  SignedNote last() {
    return notes.get(notes.size() - 1);
  }

  /** The checkpoints, the oldest first. */
  List<SignedNote> notes() {
    return notes;
  }

  /** Does something to the lines; the header is line 0. */
  WrittenLog meddledWith(Consumer<List<String>> meddling) {
    meddling.accept(lines);
    return this;
  }

  /**
   * Leaves out what is before a position, as an export of a time does.
   *
   * @param begin a power of two, so that one hash stands for all of it
   */
  WrittenLog beginningAt(int begin) {
    Frontier before = new Frontier();
    leaves.subList(0, begin).forEach(before::append);
    lines.subList(0, begin + 1 + begin / CHECKPOINT_EVERY).clear();
    ExportLines.Header header =
        new ExportLines.Header(
            last().toString(), begin, leaves.size(), List.of(before.root()), List.of());
    lines.add(0, ExportLines.header(header));
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  Verdict checked() {
    return checked(List.of());
  }

  Verdict checked(List<SignedNote> witnessed) {
    return check(text(), KEY, witnessed);
  }

  static Verdict check(String export, SigningKey key, List<SignedNote> witnessed) {
    try {
      return new ExportCheck(List.of(key.publicKey()), witnessed)
          .check(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
