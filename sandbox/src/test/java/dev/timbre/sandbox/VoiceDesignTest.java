package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceDesignTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static JsonNode design(String fields) throws IOException {
    return SANDBOX.demo().post("/v1/voice_design", "{" + fields + "}");
  }

  private static String designed(String prompt) throws IOException {
    return design("\"prompt\":\"" + prompt + "\",\"preview_text\":\"Hi.\"")
        .get("voice_id")
        .asText();
  }

  private static JsonNode voices(String type) throws IOException {
    return SANDBOX.demo().post("/v1/get_voice", "{\"voice_type\":\"" + type + "\"}");
  }

  private static JsonNode delete(String type, String voiceId) throws IOException {
    return SANDBOX
        .demo()
        .post(
            "/v1/delete_voice",
            "{\"voice_type\":\"" + type + "\",\"voice_id\":\"" + voiceId + "\"}");
  }

  private static double pitchOf(String voiceId) throws IOException {
    JsonNode answer =
        SANDBOX
            .demo()
            .post(
                "/v1/t2a_v2",
                """
                {"model":"speech-2.8-hd","text":"早上好早上好","voice_setting":{"voice_id":"%s"},
                 "audio_setting":{"format":"pcm","sample_rate":16000}}\
                """
                    .formatted(voiceId));
    byte[] pcm = HexFormat.of().parseHex(answer.at("/data/audio").asText());
    return Sounds.pitch(Sounds.samples(pcm, 0), 16000);
  }

  @Test
  void design_answersAnIdAndRealSoundOfThePreviewText() throws Exception {
    JsonNode answer = design("\"prompt\":\"A calm old narrator\",\"preview_text\":\"一二三四五六七八九十\"");
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("voice_id").asText()).matches("ttv-voice-\\d{16}-[A-Za-z0-9]{8}");
    byte[] trial = HexFormat.of().parseHex(answer.get("trial_audio").asText());
    assertThat(SoundFile.of(trial, "mp3", 0, 0).seconds()).isEqualTo(2.1, within(0.3));
  }

  @Test
  void watermark_followsTheTrial() throws Exception {
    String request = "\"prompt\":\"A man\",\"preview_text\":\"一二三\"";
    String plain = design(request).get("trial_audio").asText();
    String marked = design(request + ",\"aigc_watermark\":true").get("trial_audio").asText();
    assertThat(marked.length()).isGreaterThan(plain.length());
  }

  @Test
  void words_decideThePitch() throws Exception {
    double man = pitchOf(designed("A man with a deep voice"));
    double woman = pitchOf(designed("A warm female host"));
    double child = pitchOf(designed("a lively child"));
    assertThat(man).isLessThan(110);
    assertThat(woman).isBetween(180.0, 225.0);
    assertThat(child).isGreaterThan(250);
    assertThat(pitchOf(designed("低沉的男声"))).isLessThan(110);
    assertThat(pitchOf(designed("温柔的女声"))).isBetween(180.0, 225.0);
    assertThat(pitchOf(designed("活泼的男孩"))).isGreaterThan(250);
  }

  @Test
  void voice_isListedOnceItHasSpoken_andOnlyAmongTheDesigned() throws Exception {
    String voiceId = designed("A man");
    assertThat(voices("voice_generation").get("voice_generation")).isEmpty();
    pitchOf(voiceId);
    JsonNode all = voices("all");
    assertThat(all.at("/voice_generation/0/voice_id").asText()).isEqualTo(voiceId);
    assertThat(all.get("voice_cloning")).isEmpty();
    assertThat(all.get("system_voice")).isNotEmpty();
    JsonNode designedOnly = voices("voice_generation");
    assertThat(designedOnly.get("voice_generation")).hasSize(1);
    assertThat(designedOnly.has("voice_cloning")).isFalse();
    assertThat(voices("voice_cloning").get("voice_cloning")).isEmpty();
    assertThat(voices("music_generation").get("music_generation")).isEmpty();
  }

  @Test
  void voice_isDeletedUnderItsOwnTypeOnly_andItsIdStaysTaken() throws Exception {
    String request = "\"prompt\":\"A man\",\"preview_text\":\"Hi.\",\"voice_id\":\"OwnNarrator\"";
    assertThat(design(request).get("voice_id").asText()).isEqualTo("OwnNarrator");
    assertThat(Caller.code(delete("voice_cloning", "OwnNarrator"))).isEqualTo(2013);
    assertThat(Caller.code(delete("voice_generation", "OwnNarrator"))).isZero();
    assertThat(Caller.code(SANDBOX.demo().speak("OwnNarrator", "Hi."))).isEqualTo(2054);
    assertThat(Caller.code(design(request))).isEqualTo(2039);
  }

  @Test
  void clonedVoice_isNotDeletedAsADesignedOne() throws Exception {
    SANDBOX.demo().clone("ClonedVoice1", "lj.mp3");
    assertThat(Caller.code(delete("voice_generation", "ClonedVoice1"))).isEqualTo(2013);
    assertThat(Caller.code(delete("voice_cloning", "ClonedVoice1"))).isZero();
  }

  @Test
  void unusedVoice_lapsesAfter168Hours_andAUsedOneStays() throws Exception {
    String unused = designed("A man");
    String used = designed("A woman");
    pitchOf(used);
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":604799}");
    assertThat(Caller.code(SANDBOX.demo().speak(used, "Hi."))).isZero();
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":1}");
    assertThat(Caller.code(SANDBOX.demo().speak(unused, "Hi."))).isEqualTo(2054);
    assertThat(Caller.code(SANDBOX.demo().speak(used, "Hi."))).isZero();
  }

  @Test
  void previewIsChargedAtOnce_andTheFeeAtTheFirstSpeech() throws Exception {
    JsonNode answer = design("\"prompt\":\"A man\",\"preview_text\":\"你好你好你\"");
    String ledger = "/_sandbox/ledger?voice_id=" + answer.get("voice_id").asText();
    JsonNode before = SANDBOX.control().get(ledger);
    assertThat(before.get("entries")).hasSize(1);
    assertThat(before.at("/entries/0/kind").asText()).isEqualTo("preview");
    assertThat(before.at("/entries/0/quantity").asInt()).isEqualTo(10);
    assertThat(before.at("/entries/0/amount").asText()).isEqualTo("0.002");
    SANDBOX.demo().speak(answer.get("voice_id").asText(), "Hi.");
    SANDBOX.demo().speak(answer.get("voice_id").asText(), "Hi.");
    JsonNode fee = SANDBOX.control().get(ledger).at("/totals/fee");
    assertThat(fee.get("count").asInt()).isEqualTo(1);
    assertThat(fee.get("amount").asText()).isEqualTo("9.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"preview_text\":\"Hi.\"",
        "\"prompt\":\"\",\"preview_text\":\"Hi.\"",
        "\"prompt\":\"A man\"",
        "\"prompt\":7,\"preview_text\":\"Hi.\"",
        "\"prompt\":\"A man\",\"preview_text\":\"Hi.\",\"voice_id\":\"short\"",
        "\"prompt\":\"A man\",\"preview_text\":\"Hi.\",\"voice_id\":\"ends-with-dash-\"",
        "\"prompt\":\"A man\",\"preview_text\":\"Hi.\",\"aigc_watermark\":\"yes\""
      })
  void wrongField_isRefusedWith2013(String fields) throws Exception {
    assertThat(Caller.code(design(fields))).isEqualTo(2013);
  }

  @Test
  void previewTextHasAtMost500Characters() throws Exception {
    String fields = "\"prompt\":\"A man\",\"preview_text\":\"";
    assertThat(Caller.code(design(fields + "一".repeat(500) + "\""))).isZero();
    JsonNode tooLong = design(fields + "一".repeat(501) + "\"");
    assertThat(Caller.code(tooLong)).isEqualTo(2013);
    assertThat(Caller.message(tooLong)).contains("500").contains("501");
  }

  @ParameterizedTest
  @CsvSource({"prohibited-content, 1026", "prohibited-output, 1027"})
  void triggerWord_isRefused_andNothingIsCharged(String word, int code) throws Exception {
    String fields = "\"prompt\":\"A man\",\"preview_text\":\"" + word + "\"";
    assertThat(Caller.code(design(fields))).isEqualTo(code);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @Test
  void emptyBalance_isRefusedWith1008() throws Exception {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(Caller.code(design("\"prompt\":\"A man\",\"preview_text\":\"Hi.\"")))
        .isEqualTo(1008);
  }
}
