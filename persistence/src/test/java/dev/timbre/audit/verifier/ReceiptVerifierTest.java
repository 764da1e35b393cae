package dev.timbre.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.proof.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptVerifierTest {

  private static final String KEY = WrittenReceipt.KEY.publicKey().toString();

  private final WrittenReceipt written = WrittenReceipt.create();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path directory;

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("receipt"));
    all.addAll(List.of(arguments));
    said.reset();
    return Verifier.run(
        new PrintStream(said, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private String file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(directory, "file", ""), bytes).toString();
  }

  private void assertAltered(int code, String why) {
    assertThat(said()).contains(why).endsWith("ALTERED\n");
    assertThat(code).isEqualTo(Verifier.ALTERED);
  }

  private void assertUnusable(int code, String why) {
    assertThat(said()).contains(why);
    assertThat(code).isEqualTo(Verifier.UNUSABLE);
  }

  @Test
  void receiptWithItsAudioAndProof_isIntact() throws IOException {
    int code =
        run(
            file(written.receipt()),
            "--keys",
            file(KEY + "\n"),
            "--audio",
            file(WrittenReceipt.AUDIO),
            "--proof",
            file(written.proof()));

    assertThat(said())
        .contains("signed that speech s-1 was spoken, and ended at 2026-03-02T10:00:00Z")
        .contains("the file is the audio of that speech, to the byte")
        .contains("the log holds entry entry-6 at position 6, under the signed checkpoint of 10")
        .endsWith("intact\n");
    assertThat(code).isZero();
  }

  @Test
  void receiptAlone_saysNothingOfAudioOrLog() throws IOException {
    assertThat(run("--key", KEY, file(written.receipt()))).isZero();
    assertThat(said()).doesNotContain("the file", "the log");
  }

  @Test
  void keysAsTheServerPublishesThem_areRead() throws IOException {
    String keys =
        "{\"items\": [\n  {\"name\": \"x\", \"verifier\": \"%s\", \"since\": \"2026\"}\n]}\n"
            .formatted(KEY);

    assertThat(run(file(written.receipt()), "--keys", file(keys))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"128000", "entry-6", "0.02", "2026-03-02", "s-1", "timbre.receipt/1"})
  void changedReceipt_isFoundWhateverWasChanged(String part) throws IOException {
    assertThat(written.receipt()).contains(part);
    String changed = written.receipt().replace(part, "9");

    assertAltered(run(file(changed), "--keys", KEY), "the receipt was changed");
  }

  @Test
  void signatureOfAnotherText_isFound() throws IOException {
    String changed = written.receipt().replaceFirst("(\"signature\":\"[^\"]{20}).{4}", "$1AAAA");

    assertAltered(run(file(changed), "--keys", KEY), "did not sign it");
  }

  /** The last character of a signature has four bits that say nothing. */
  @Test
  void signatureWrittenInAnotherWay_isRefused() throws IOException {
    Matcher last = Pattern.compile("(.)==\"}").matcher(written.receipt());
    assertThat(last.find()).isTrue();
    char other = (char) (last.group(1).charAt(0) + 1);
    String changed = written.receipt().replaceFirst(".==\"}", other + "==\"}");

    assertUnusable(run(file(changed), "--keys", KEY), "signature is not in base64");
  }

  @Test
  void keyThatNobodyTrusts_isRefused() throws IOException {
    String other = SigningKey.generate(WrittenReceipt.NAME).publicKey().toString();

    assertAltered(run(file(written.receipt()), "--keys", other), "no key that you trust");
  }

  @Test
  void keyUnderTheIdOfATrustedOne_isRefused() throws IOException {
    SigningKey other = SigningKey.generate(WrittenReceipt.NAME);
    String receipt =
        written.receipt().replace(WrittenReceipt.KEY.publicKey().id(), other.publicKey().id());

    assertAltered(run(file(receipt), "--keys", other.publicKey().toString()), "did not sign it");
  }

  @Test
  void otherAudio_isFound() throws IOException {
    int code = run(file(written.receipt()), "--keys", KEY, "--audio", file("another"));

    assertAltered(code, "the file is not the audio of that speech: its SHA-256 is ");
  }

  @Test
  void audioOfASpeechWithoutAny_cannotBeCompared() throws IOException {
    String receipt = file(written.receiptWithoutAudio());

    assertUnusable(run(receipt, "--keys", KEY, "--audio", file("x")), "names no audio");
  }

  @Test
  void proofOfAnotherEntry_isFound() throws IOException {
    int code = run(file(written.receipt()), "--keys", KEY, "--proof", file(written.proof(5)));

    assertAltered(code, "the proof is of entry entry-5, the receipt names entry-6");
    assertThat(said()).contains("another one than the receipt was signed with");
  }

  /**
   * Every character counts, what is said beside the note too. Only the name of the entry is left
   * alone: a proof without an entry is that of a retired one.
   */
  @Test
  void proofWithAnyCharacterChanged_isNotIntact() throws IOException {
    String receipt = file(written.receipt());
    String proof = written.proof();
    int name = proof.indexOf("\"entry\"");
    for (int at = 0; at < proof.length(); at++) {
      if (at > name && at <= name + "entry".length()) {
        continue;
      }
      char other = proof.charAt(at) == 'x' ? 'y' : 'x';
      String changed = proof.substring(0, at) + other + proof.substring(at + 1);
      assertThat(run(receipt, "--keys", KEY, "--proof", file(changed)))
          .as("%d of %s", at, changed)
          .isIn(Verifier.ALTERED, Verifier.UNUSABLE);
    }
  }

  @Test
  void checkpointByAnotherKey_isFound() throws IOException {
    String proof = written.proof().replaceFirst("(\u2014 \\S+ \\S{30}).{4}", "$1AAAA");

    int code = run(file(written.receipt()), "--keys", KEY, "--proof", file(proof));

    assertAltered(code, "no key that you trust signed the checkpoint");
  }

  @Test
  void entryThatWasRetired_isProvedByItsHash() throws IOException {
    String proof = written.proof().replaceFirst("\"entry\":\"\\{.*?\\}\",", "");
    assertThat(proof).doesNotContain("SPEECH_SPEAK");

    assertThat(run(file(written.receipt()), "--keys", KEY, "--proof", file(proof))).isZero();
    assertThat(said()).contains("the entry was retired since, its hash stands");
  }

  @Test
  void proofThatWasLaidOutAnew_isTheSame() throws IOException {
    String proof = written.proof().replace("\",\"", "\" ,\n  \"").replace("{\"", "{ \"");

    assertThat(run(file(written.receipt()), "--keys", KEY, "--proof", file(proof))).isZero();
  }

  @Test
  void somethingElseThanAReceiptThatWasSigned_cannotBeChecked() throws IOException {
    String other = WrittenReceipt.signed("{\"type\":\"timbre.receipt/2\"}");

    assertUnusable(
        run(file(other), "--keys", KEY), "of type timbre.receipt/2, not timbre.receipt/1");
  }

  @Test
  void whatCannotBeChecked_endsWithTwoAndSaysWhy() throws IOException {
    String receipt = file(written.receipt());
    String unsigned =
        written.receipt().replaceFirst("\"signature\":\".*?\"", "\"signature\":\"?\"");

    assertUnusable(run(), "usage:");
    assertUnusable(run(receipt), "usage:");
    assertUnusable(run(receipt, "--keys"), "usage:");
    assertUnusable(run(receipt, receipt, "--keys", KEY), "usage:");
    assertUnusable(run(receipt, "--keys", KEY, "--odd", "x"), "usage:");
    assertUnusable(run("/nowhere", "--keys", KEY), "there is no file /nowhere");
    assertUnusable(run(receipt, "--keys", file("\n")), "holds no key");
    assertUnusable(run(receipt, "--keys", KEY, "--audio", "/nowhere"), "no file /nowhere");
    assertUnusable(run(receipt, "--keys", KEY, "--proof", file("{}")), "checkpoint is missing");
    assertUnusable(run(file("{}"), "--keys", KEY), "payload is missing");
    assertUnusable(run(file("<html>"), "--keys", KEY), "No JSON");
    assertUnusable(run(file(new byte[] {-1}), "--keys", KEY), "is no text in UTF-8");
    assertUnusable(run(file(unsigned), "--keys", KEY), "signature is not in base64");
  }
}
