package dev.timbre.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.proof.SignedNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

  private static final String KEY = WrittenLog.KEY.publicKey().toString();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final WrittenLog log = WrittenLog.of(35);

  @TempDir Path directory;

  private int run(String... arguments) {
    return Verifier.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "file", ""), text).toString();
  }

  @Test
  void intactLog_endsWithZero() throws IOException {
    assertThat(run("--key", KEY, file(log.text()))).isZero();
    assertThat(said()).startsWith("intact: 35 entries, 5 checkpoints");
  }

  @Test
  void keysInAFile_areRead() throws IOException {
    assertThat(run("--key", file(KEY + "\n\n"), file(log.text()))).isZero();
  }

  @Test
  void alteredLog_endsWithOneAndSaysWhere() throws IOException {
    String altered = log.text().replace("\"id\":\"7\"", "\"id\":\"8\"");

    assertThat(run("--key", KEY, file(altered))).isEqualTo(Verifier.ALTERED);
    assertThat(said()).contains("line 9: the entry at position 7 was changed").contains("ALTERED");
  }

  /** The last character of a leaf hash has two bits that say nothing. */
  @Test
  void leafHashWrittenInAnotherWay_isNotIntact() throws IOException {
    Matcher last = Pattern.compile("(.)=\",\"entry\":").matcher(log.text());
    assertThat(last.find()).isTrue();
    char other = (char) (last.group(1).charAt(0) + 1);
    String altered = log.text().replaceFirst(".=\",\"entry\":", other + "=\",\"entry\":");

    assertThat(run("--key", KEY, file(altered))).isEqualTo(Verifier.ALTERED);
    assertThat(said()).contains("line 2:");
  }

  @Test
  void retiredPositions_endWithThree() throws IOException {
    String retired =
        log.meddledWith(
                lines ->
                    lines.set(1, lines.get(1).replaceFirst(",\"entry\":.*", ",\"retired\":true}")))
            .text();

    assertThat(run("--key", KEY, file(retired))).isEqualTo(Verifier.PARTIAL);
    assertThat(said()).contains("1 positions retired");
  }

  @Test
  void windowOfTheLog_endsWithThreeAndSaysWhatItIs() throws IOException {
    String kept = log.notes().stream().map(SignedNote::toString).collect(Collectors.joining("\n"));
    String window = log.beginningAt(16).text();

    assertThat(run("--key", KEY, "--witness", file(kept), file(window)))
        .isEqualTo(Verifier.PARTIAL);
    assertThat(said())
        .startsWith("intact: 19 entries")
        .contains("only positions 16 to 34 of 35 were exported")
        .contains("1 of the checkpoints kept elsewhere end where nothing was exported");
  }

  @Test
  void checkpointsKeptElsewhere_areComparedOneByOne() throws IOException {
    String kept = log.notes().stream().map(SignedNote::toString).collect(Collectors.joining("\n"));

    assertThat(run("--key", KEY, "--witness", file(kept), file(log.text()))).isZero();
    assertThat(said()).contains("9 checkpoints");
    assertThat(run("--key", KEY, "--witness", file(kept), file(WrittenLog.of(20).text())))
        .isEqualTo(Verifier.ALTERED);
  }

  /** Torn so that what is left is still base64. */
  @Test
  void signatureOfAWitnessTornAnywhere_isNoForgery() throws IOException {
    String whole = log.notes().get(0).toString();
    String last = log.notes().get(1).toString().strip();
    for (int left = last.lastIndexOf(' ') + 1; left < last.length(); left++) {
      String kept = whole + "\n" + last.substring(0, left) + "\n";
      assertThat(run("--key", KEY, "--witness", file(kept), file(log.text())))
          .as("%d characters of %s", left, last)
          .isZero();
    }
  }

  @Test
  void tornAndForeignLinesOfAWitness_arePassedOverAndCounted() throws IOException {
    List<String> notes = log.notes().stream().map(SignedNote::toString).toList();
    String torn = notes.get(1).substring(0, notes.get(1).length() / 3);
    String kept =
        notes.get(0) + "\n\n" + torn + "\n\n" + notes.get(2) + "spoiled\n\n\n" + notes.get(3);

    assertThat(run("--key", KEY, "--witness", file(kept), file(log.text()))).isZero();
    assertThat(said()).contains("1 pieces of what was kept elsewhere are no checkpoints");
    assertThat(run("--key", KEY, "--witness", file(kept), file(WrittenLog.of(20).text())))
        .isEqualTo(Verifier.ALTERED);
  }

  /** The dash before a signature is three bytes long. */
  @Test
  void witnessTornWithinACharacter_isReadNevertheless() throws IOException {
    String note = log.notes().get(0).toString();
    byte[] torn = Arrays.copyOf(note.getBytes(StandardCharsets.UTF_8), note.indexOf('\u2014') + 1);
    Path kept = Path.of(file(note + "\n\n"));
    Files.write(kept, torn, StandardOpenOption.APPEND);

    assertThat(run("--key", KEY, "--witness", kept.toString(), file(log.text()))).isZero();
  }

  @Test
  void witnessWithoutAnyCheckpoint_isNotTakenForOne() throws IOException {
    assertThat(run("--key", KEY, "--witness", file("spoiled\n"), file(log.text())))
        .isEqualTo(Verifier.UNUSABLE);
    assertThat(run("--key", KEY, "--witness", file(""), file(log.text()))).isZero();
  }

  @Test
  void whatCannotBeChecked_endsWithTwo() throws IOException {
    assertThat(run()).isEqualTo(Verifier.UNUSABLE);
    assertThat(run(file(log.text()))).isEqualTo(Verifier.UNUSABLE);
    assertThat(run("--key", "nonsense", file(log.text()))).isEqualTo(Verifier.UNUSABLE);
    assertThat(run("--key", KEY, file("something else\n"))).isEqualTo(Verifier.UNUSABLE);
    assertThat(run("--key", KEY, "/nowhere")).isEqualTo(Verifier.UNUSABLE);
    assertThat(run("--odd", KEY, file(log.text()))).isEqualTo(Verifier.UNUSABLE);
  }
}
