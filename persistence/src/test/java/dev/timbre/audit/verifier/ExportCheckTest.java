package dev.timbre.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCheckTest {

  /** The header, then lines 1 to 10 are entries 0 to 9, line 11 is a checkpoint, and so on. */
  private final WrittenLog log = WrittenLog.of(35);

  private static void assertFound(Verdict verdict, long line, String why) {
    assertThat(verdict.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.why()).contains(why);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 35, 256, 300, 5000})
  void logAsItWasSigned_isIntact(int entries) {
    Verdict verdict = WrittenLog.of(entries).checked();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.counts().entries()).isEqualTo(entries);
    assertThat(verdict.counts().checkpoints())
        .isEqualTo(entries / 10 + (entries % 10 == 0 ? 0 : 1) + 1);
  }

  @Test
  void changedEntry_isFoundOnItsLine() {
    Verdict verdict =
        log.meddledWith(lines -> lines.set(6, lines.get(6).replace("\"id\":\"5\"", "\"id\":\"6\"")))
            .checked();

    assertThat(verdict.problems()).hasSize(1);
    assertFound(verdict, 7, "the entry at position 5 was changed");
  }

  @Test
  void changedEntryWithItsHash_isFoundBetweenTheCheckpointsAroundIt() {
    String other = "{\"id\":\"x\"}";
    byte[] leaf = Hashes.leaf(other.getBytes(StandardCharsets.UTF_8));

    Verdict verdict =
        log.meddledWith(lines -> lines.set(14, ExportLines.entry(12, leaf, other))).checked();

    assertFound(verdict, 23, "another root: something from position 10 to 19");
  }

  @Test
  void removedEntry_isFound() {
    assertFound(
        log.meddledWith(lines -> lines.remove(4)).checked(), 5, "positions 3 to 3 were removed");
  }

  @Test
  void removedEnd_isFound() {
    Verdict verdict =
        log.meddledWith(lines -> lines.subList(lines.size() - 3, lines.size()).clear()).checked();

    assertFound(verdict, 0, "positions 33 to 34 were removed at the end");
  }

  @Test
  void insertedEntry_isFound() {
    Verdict verdict = log.meddledWith(lines -> lines.add(4, lines.get(2))).checked();

    assertFound(verdict, 5, "position 1 stands after position 2: inserted");
  }

  @Test
  void addedEnd_isFound() {
    String more = "{\"id\":\"35\"}";
    byte[] leaf = Hashes.leaf(more.getBytes(StandardCharsets.UTF_8));

    Verdict verdict =
        log.meddledWith(lines -> lines.add(ExportLines.entry(35, leaf, more))).checked();

    assertFound(verdict, 0, "positions from 35 on were added");
  }

  @Test
  void reorderedEntries_areFound() {
    assertThat(log.meddledWith(lines -> Collections.swap(lines, 3, 4)).checked().isIntact())
        .isFalse();
  }

  @Test
  void entriesThatChangedTheirPlaces_areFound() {
    Verdict verdict =
        log.meddledWith(
                lines -> {
                  String third = lines.get(3);
                  lines.set(3, lines.get(4).replace("\"position\":3", "\"position\":2"));
                  lines.set(4, third.replace("\"position\":2", "\"position\":3"));
                })
            .checked();

    assertFound(verdict, 12, "something from position 0 to 9 was changed");
  }

  @Test
  void checkpointsByAnotherKey_areForged() {
    Verdict verdict = WrittenLog.check(log.text(), SigningKey.generate(WrittenLog.NAME), List.of());

    assertThat(verdict.problems())
        .hasSize(5)
        .allSatisfy(problem -> assertThat(problem.why()).contains("forged, or another key"));
  }

  @Test
  void checkpointOfAnotherLog_isFound() {
    SigningKey elsewhere = SigningKey.generate("other.example");

    assertThat(WrittenLog.check(log.text(), elsewhere, List.of()).isIntact()).isFalse();
  }

  @Test
  void movedCheckpoint_isFound() {
    Verdict verdict = log.meddledWith(lines -> lines.add(15, lines.remove(11))).checked();

    assertFound(verdict, 16, "moved, or forged");
  }

  @Test
  void checkpointUnderAnotherSize_isFound() {
    Verdict verdict =
        log.meddledWith(lines -> lines.set(11, lines.get(11).replace("\"size\":10", "\"size\":9")))
            .checked();

    assertFound(verdict, 12, "listed under 9, but was made at 10");
  }

  @Test
  void endThatWasCutWithItsCheckpoints_isFoundByOneKeptElsewhere() {
    WrittenLog shorter = WrittenLog.of(20);

    assertThat(shorter.checked().isIntact()).isTrue();
    assertFound(shorter.checked(List.of(log.last())), 0, "covers 35 entries, this log only 20");
  }

  @Test
  void historyThatWasWrittenAnew_isFoundByACheckpointKeptElsewhere() {
    WrittenLog other = WrittenLog.of(35);
    Verdict verdict =
        WrittenLog.check(other.text(), WrittenLog.KEY, List.of(log.notes().get(1), tamperedNote()));

    assertFound(verdict, 33, "the checkpoint kept elsewhere at size 30");
  }

  /** Whoever stole the key may add notes to what a witness keeps; the true ones stay. */
  @Test
  void forgedCheckpointBesideTheTrueOne_doesNotReplaceIt() {
    SignedNote truth = log.notes().get(2);

    assertFound(log.checked(List.of(truth, tamperedNote())), 33, "has another root");
    assertFound(log.checked(List.of(tamperedNote(), truth)), 33, "has another root");
  }

  /** A checkpoint at size 30 that really was signed, over another history. */
  private static SignedNote tamperedNote() {
    Frontier tree = new Frontier();
    for (int i = 0; i < 30; i++) {
      tree.append(Hashes.sha256(new byte[] {(byte) i}));
    }
    return WrittenLog.signed(tree, WrittenLog.KEY);
  }

  @Test
  void entryRetiredFromTheMiddle_wasRemoved() {
    Verdict verdict = log.meddledWith(lines -> retire(lines, 5)).checked();

    assertFound(verdict, 6, "the entry at position 4 was removed, though older ones stay");
  }

  @Test
  void entriesRetiredFromTheBeginning_leaveTheRestProved() {
    Verdict verdict =
        log.meddledWith(lines -> List.of(1, 2, 3).forEach(line -> retire(lines, line))).checked();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.counts().retired()).isEqualTo(3);
    assertThat(verdict.counts().entries()).isEqualTo(32);
  }

  private static void retire(List<String> lines, int line) {
    String entry = lines.get(line);
    lines.set(line, entry.substring(0, entry.indexOf(",\"entry\":")) + ",\"retired\":true}");
  }

  @Test
  void anyCharacterChanged_isNotIntact() {
    String export = log.text();
    Random random = new Random(20261120);
    for (int i = 0; i < 400; i++) {
      int at = random.nextInt(export.length() - 1);
      char was = export.charAt(at);
      char other = was == 'x' ? 'y' : 'x';
      String changed = export.substring(0, at) + other + export.substring(at + 1);
      assertThat(isIntact(changed)).as("%d: %s", at, was).isFalse();
    }
  }

  private static boolean isIntact(String export) {
    try {
      return WrittenLog.check(export, WrittenLog.KEY, List.of()).isIntact();
    } catch (IllegalArgumentException e) {
      return false; // not even an export any more
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}\n", "not json\n", "{\"format\":\"timbre-audit-export/2\"}\n", "[1]\n"})
  void somethingElse_isNoExport(String text) {
    assertThatThrownBy(() -> WrittenLog.check(text, WrittenLog.KEY, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
