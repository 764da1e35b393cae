package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceCloneTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final byte[] TWELVE_SECONDS = Sounds.wav(12, 140);

  private long sample() throws Exception {
    return upload("sample.wav", TWELVE_SECONDS);
  }

  private long upload(String filename, byte[] bytes) throws Exception {
    return SANDBOX.demo().upload("voice_clone", filename, bytes).at("/file/file_id").longValue();
  }

  private long prompt(String filename, double seconds) throws Exception {
    byte[] bytes = Sounds.wav(seconds, 140);
    return SANDBOX.demo().upload("prompt_audio", filename, bytes).at("/file/file_id").longValue();
  }

  private JsonNode clone(long fileId, String voiceId, String moreFields) throws Exception {
    return SANDBOX
        .demo()
        .post(
            "/v1/voice_clone",
            "{\"file_id\":" + fileId + ",\"voice_id\":\"" + voiceId + "\"" + moreFields + "}");
  }

  @Test
  void minimalCall_answersTheBooleanPairAndNoPreview() throws Exception {
    JsonNode answer = clone(sample(), "MinimalVoice", "");
    assertThat(answer.toString())
        .isEqualTo(
            "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\","
                + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
  }

  @Test
  void failure_showsTheFieldsWithZeroValues() throws Exception {
    JsonNode answer = clone(1, "MinimalVoice", "");
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(answer.get("input_sensitive").booleanValue()).isFalse();
    assertThat(answer.get("demo_audio").asText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Short12",
        "1digitFirst",
        "_underscore",
        "endsWithDash-",
        "endsWith_",
        "has space1",
        "has.dot1",
        "ümlautVoice",
        "声音声音声音声音",
        ""
      })
  void badVoiceId_isRefusedWith2013(String voiceId) throws Exception {
    JsonNode answer = clone(sample(), voiceId, "");
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains("voice_id");
  }

  @Test
  void voiceIdOf256Characters_isTaken_andOf257IsNot() throws Exception {
    assertThat(Caller.code(clone(sample(), "V".repeat(256), ""))).isZero();
    assertThat(Caller.code(clone(sample(), "V".repeat(257), ""))).isEqualTo(2013);
    assertThat(Caller.code(clone(sample(), "Voice-_8", ""))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"voice_id\":\"GoodVoice1\"}",
        "{\"file_id\":\"365000000000111\",\"voice_id\":\"GoodVoice1\"}",
        "{\"file_id\":3.65e14,\"voice_id\":\"GoodVoice1\"}",
        "{\"file_id\":99999999999999999999,\"voice_id\":\"GoodVoice1\"}",
        "{\"file_id\":null,\"voice_id\":\"GoodVoice1\"}",
        "{\"file_id\":365000000000111}",
        "{\"file_id\":365000000000111,\"voice_id\":17}",
        "{\"file_id\":365000000000111,\"voice_id\":\"GoodVoice1\"}"
      })
  void missingWrongOrUnknownIds_areRefusedWith2013(String body) throws Exception {
    assertThat(Caller.code(SANDBOX.demo().post("/v1/voice_clone", body))).isEqualTo(2013);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"text\":\"Hello.\"",
        ",\"text\":\"Hello.\",\"model\":\"speech-9\"",
        ",\"text\":17,\"model\":\"speech-2.8-hd\"",
        ",\"accuracy\":1.1",
        ",\"accuracy\":-0.1",
        ",\"accuracy\":\"0.7\"",
        ",\"language_boost\":\"Klingon\"",
        ",\"language_boost\":\"Tamil\",\"text\":\"Hello.\",\"model\":\"speech-02-hd\"",
        ",\"need_noise_reduction\":\"true\"",
        ",\"need_volume_normalization\":1",
        ",\"aigc_watermark\":\"yes\"",
        ",\"clone_prompt\":{}",
        ",\"clone_prompt\":{\"prompt_audio\":365000000000111}",
        ",\"clone_prompt\":{\"prompt_text\":\"The train leaves.\"}",
        ",\"clone_prompt\":\"The train leaves.\"",
        ",\"text\":\"Hello<#0#>there.\",\"model\":\"speech-2.8-hd\""
      })
  void badOption_isRefusedWith2013(String option) throws Exception {
    assertThat(Caller.code(clone(sample(), "GoodVoice1", option))).isEqualTo(2013);
  }

  @Test
  void unknownFieldsAndNulls_areIgnored() throws Exception {
    String more = ",\"text\":null,\"model\":null,\"language_boost\":\"\",\"colour\":{\"a\":[1]}";
    assertThat(Caller.code(clone(sample(), "GoodVoice1", more))).isZero();
  }

  @Test
  void textsOfFullLength_areTaken_andLongerOnesAreNot() throws Exception {
    String model = ",\"model\":\"speech-2.8-turbo\"";
    String most = ",\"text\":\"" + "好".repeat(1000) + "\"" + model;
    assertThat(Caller.code(clone(sample(), "LongText01", most))).isZero();
    String more = ",\"text\":\"" + "好".repeat(1001) + "\"" + model;
    assertThat(Caller.code(clone(sample(), "LongText02", more))).isEqualTo(2013);
    String expected = ",\"text_validation\":\"" + "x".repeat(200) + "\"";
    assertThat(Caller.code(clone(sample(), "LongText03", expected))).isZero();
    String longer = ",\"text_validation\":\"" + "x".repeat(201) + "\"";
    assertThat(Caller.code(clone(sample(), "LongText04", longer))).isEqualTo(2013);
  }

  @ParameterizedTest
  @CsvSource({"9.9, 2037", "10.0, 0", "300.0, 0", "301.0, 2037"})
  void sampleLength_mustBeWithinTenSecondsAndFiveMinutes(double seconds, int code)
      throws Exception {
    long file = upload("long.wav", Sounds.wav(seconds, 140));
    assertThat(Caller.code(clone(file, "LengthVoice", ""))).isEqualTo(code);
  }

  @Test
  void otherExtension_isRefusedWith2013() throws Exception {
    JsonNode answer = clone(upload("sample.ogg", TWELVE_SECONDS), "GoodVoice1", "");
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains("invalid file ext for voice clone");
  }

  @Test
  void bytesThatAreNoSound_areRefusedWith20132() throws Exception {
    byte[] playlist = "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Caller.code(clone(upload("list.mp3", playlist), "GoodVoice1", ""))).isEqualTo(20132);
    assertThat(Caller.code(clone(upload("zero.wav", new byte[5000]), "GoodVoice1", "")))
        .isEqualTo(20132);
  }

  @Test
  void filesOfAnotherPurposeOrAccount_areRefusedWith2013() throws Exception {
    assertThat(Caller.code(clone(prompt("p.wav", 6), "GoodVoice1", ""))).isEqualTo(2013);
    long foreign =
        SANDBOX
            .other()
            .upload("voice_clone", "a.wav", TWELVE_SECONDS)
            .at("/file/file_id")
            .longValue();
    assertThat(Caller.code(clone(foreign, "GoodVoice1", ""))).isEqualTo(2013);
  }

  @Test
  void idInUse_isRefusedWith2039_andSoIsADeletedOrLapsedOrSystemOne() throws Exception {
    long sample = sample();
    clone(sample, "TakenVoice1", "");
    JsonNode again = clone(sample, "TakenVoice1", "");
    assertThat(Caller.code(again)).isEqualTo(2039);
    assertThat(Caller.message(again)).isEqualTo("voice clone voice id duplicate");

    SANDBOX
        .demo()
        .post(
            "/v1/delete_voice", "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"TakenVoice1\"}");
    assertThat(Caller.code(clone(sample, "TakenVoice1", ""))).isEqualTo(2039);
    assertThat(Caller.code(clone(sample, "male-qn-qingse", ""))).isEqualTo(2039);

    clone(sample, "LapsedVoice1", "");
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":604800}");
    assertThat(Caller.code(clone(sample, "LapsedVoice1", ""))).isEqualTo(2039);
  }

  @Test
  void idInUseElsewhere_isFreeHere() throws Exception {
    SANDBOX.other().clone("SharedName1", "lj.mp3");
    assertThat(Caller.code(clone(sample(), "SharedName1", ""))).isZero();
  }

  @Test
  void accountWithoutCloning_isRefusedWith2038() throws Exception {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"cloningAllowed\":false}");
    assertThat(Caller.code(clone(sample(), "GoodVoice1", ""))).isEqualTo(2038);
  }

  @Test
  void prompt_isTakenBelowEightSeconds_andRefusedWith2048FromThere() throws Exception {
    String text = "\"prompt_text\":\"The train leaves at nine.\"";
    String tooLong = ",\"clone_prompt\":{\"prompt_audio\":" + prompt("p.wav", 8) + "," + text + "}";
    assertThat(Caller.code(clone(sample(), "PromptVoice", tooLong))).isEqualTo(2048);
    long real =
        SANDBOX
            .demo()
            .upload("prompt_audio", "lj.mp3", Caller.recording("lj-prompt.mp3"))
            .at("/file/file_id")
            .longValue();
    String good = ",\"clone_prompt\":{\"prompt_audio\":" + real + "," + text + "}";
    assertThat(Caller.code(clone(sample(), "PromptVoice", good))).isZero();
  }

  @Test
  void promptTextWithoutPunctuationAtItsEnd_isRefusedWith2013() throws Exception {
    String start = ",\"clone_prompt\":{\"prompt_audio\":" + prompt("p.wav", 6);
    String open = start + ",\"prompt_text\":\"The train leaves\"}";
    assertThat(Caller.code(clone(sample(), "PromptVoice", open))).isEqualTo(2013);
    String chinese = start + ",\"prompt_text\":\"火车九点开。\"}";
    assertThat(Caller.code(clone(sample(), "PromptVoice", chinese))).isZero();
  }

  @Test
  void shortPrompt_isRefusedWith2037OnlyWithTheSwitch() throws Exception {
    String option =
        ",\"clone_prompt\":{\"prompt_audio\":" + prompt("p.wav", 3) + ",\"prompt_text\":\"Nine.\"}";
    SANDBOX.control().post("/_sandbox/settings", "{\"promptMinimumSeconds\":5}");
    assertThat(Caller.code(clone(sample(), "PromptVoice", option))).isEqualTo(2037);
    SANDBOX.control().post("/_sandbox/settings", "{\"promptMinimumSeconds\":0}");
    assertThat(Caller.code(clone(sample(), "PromptVoice", option))).isZero();
  }

  @Test
  void triggerWords_provokeWhatClassifiersWouldSay() throws Exception {
    String bad = ",\"text\":\"prohibited-content here\",\"model\":\"speech-2.8-hd\"";
    assertThat(Caller.code(clone(sample(), "TriggerVoice", bad))).isEqualTo(1026);
    long badSample = upload("prohibited-content.wav", TWELVE_SECONDS);
    assertThat(Caller.code(clone(badSample, "TriggerVoice", ""))).isEqualTo(1026);
    long mismatch = upload("mismatch.wav", TWELVE_SECONDS);
    assertThat(Caller.code(clone(mismatch, "TriggerVoice", ",\"text_validation\":\"Nine.\"")))
        .isEqualTo(1043);
    String prompt =
        ",\"clone_prompt\":{\"prompt_audio\":"
            + prompt("mismatch.wav", 6)
            + ",\"prompt_text\":\"Nine.\"}";
    assertThat(Caller.code(clone(sample(), "TriggerVoice", prompt))).isEqualTo(1044);
  }

  @Test
  void riskHit_succeedsAndSaysSo() throws Exception {
    JsonNode answer = clone(upload("anna-risk-5.wav", TWELVE_SECONDS), "RiskyVoice1", "");
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("input_sensitive").booleanValue()).isTrue();
    assertThat(answer.get("input_sensitive_type").intValue()).isEqualTo(5);
    assertThat(Caller.code(SANDBOX.demo().speak("RiskyVoice1", "Hello."))).isZero();
  }

  @Test
  void previewLink_diesAfter48Hours() throws Exception {
    String option = ",\"text\":\"Welcome back.\",\"model\":\"speech-2.8-hd\"";
    JsonNode answer = clone(sample(), "DemoVoice1", option);
    URI link = URI.create(answer.get("demo_audio").asText());
    Caller anonymous = SANDBOX.control();
    var alive = anonymous.send(HttpRequest.newBuilder(link));
    assertThat(alive.statusCode()).isEqualTo(200);
    assertThat(alive.headers().firstValue("Content-Type")).contains("audio/mpeg");

    anonymous.post("/_sandbox/clock", "{\"advanceSeconds\":172700}");
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).statusCode()).isEqualTo(200);
    anonymous.post("/_sandbox/clock", "{\"advanceSeconds\":100}");
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).statusCode()).isEqualTo(403);
  }

  @Test
  void mediaOrigin_movesThePreviewToAnotherHost() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/settings", "{\"mediaOrigin\":\"http://oss.elsewhere.example\"}");
    String option = ",\"text\":\"Welcome back.\",\"model\":\"speech-2.8-hd\"";
    assertThat(clone(sample(), "DemoVoice1", option).get("demo_audio").asText())
        .startsWith("http://oss.elsewhere.example/");
  }
}
