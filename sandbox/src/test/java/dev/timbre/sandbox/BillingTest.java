package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static JsonNode speak(String model, String text) throws Exception {
    return SANDBOX
        .demo()
        .post(
            "/v1/t2a_v2",
            """
            {"model":"%s","text":"%s","voice_setting":{"voice_id":"female-yujie"},
             "audio_setting":{"format":"pcm","sample_rate":8000}}\
            """
                .formatted(model, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, world.        | 13 | 2",
        "你好                  | 4  | 2",
        "你好，世界。            | 10 | 4",
        "Timbre 音色 2026       | 16 | 4",
        "ひらがなカタカナ漢字      | 12 | 3",
        "안녕하세요              | 5  | 1",
        "a<#0.5#>b            | 9  | 2",
        "Oh(laughs) dear      | 15 | 2",
        "don't stop           | 10 | 2",
        "𠮷野家                 | 6  | 3",
        "☎1                   | 2  | 1",
        "line\\nbreak          | 10 | 2"
      })
  void usage_countsAChineseCharacterTwiceAndEverythingElseOnce(
      String text, long characters, int words) throws Exception {
    JsonNode info = speak("speech-2.8-hd", text).get("extra_info");
    assertThat(info.get("usage_characters").asLong()).isEqualTo(characters);
    assertThat(info.get("word_count").asInt()).isEqualTo(words);
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger").get("totals");
    assertThat(totals.at("/characters/quantity").asLong()).isEqualTo(characters);
  }

  @ParameterizedTest
  @CsvSource({
    "speech-2.8-hd, 0.0035",
    "speech-2.8-turbo, 0.002",
    "speech-2.6-hd, 0.0035",
    "speech-02-turbo, 0.002",
    "speech-01-hd, 0.0035"
  })
  void tenCharacters_costWhatTheModelsPriceSays(String model, String amount) throws Exception {
    speak(model, "你好你好你");
    JsonNode entry = SANDBOX.control().get("/_sandbox/ledger").at("/entries/0");
    assertThat(entry.get("kind").asText()).isEqualTo("characters");
    assertThat(entry.get("amount").asText()).isEqualTo(amount);
    assertThat(entry.get("currency").asText()).isEqualTo("CNY");
    assertThat(entry.get("model").asText()).isEqualTo(model);
    assertThat(entry.get("account").asText()).isEqualTo("demo");
  }

  @Test
  void balance_fallsByWhatTheLedgerSays() throws Exception {
    SANDBOX.demo().clone("PaidVoice1", "lj.mp3");
    SANDBOX.demo().speak("PaidVoice1", "Ten chars.");
    JsonNode account = SANDBOX.control().get("/_sandbox/state").at("/accounts/0");
    assertThat(account.get("balance").asText()).isEqualTo("990.0965");
    assertThat(SANDBOX.control().get("/_sandbox/ledger").at("/totals/amount").asText())
        .isEqualTo("9.9035");
  }

  @Test
  void previewIsChargedAsCharacters_andTheCloneItselfIsFree() throws Exception {
    long file = SANDBOX.demo().uploadSample("lj.mp3");
    SANDBOX
        .demo()
        .post(
            "/v1/voice_clone",
            """
            {"file_id":%d,"voice_id":"PreviewVoice","text":"你好你好你","model":"speech-2.8-turbo"}\
            """
                .formatted(file));
    JsonNode ledger = SANDBOX.control().get("/_sandbox/ledger?voice_id=PreviewVoice");
    assertThat(ledger.get("entries")).hasSize(1);
    assertThat(ledger.at("/entries/0/kind").asText()).isEqualTo("preview");
    assertThat(ledger.at("/entries/0/quantity").asInt()).isEqualTo(10);
    assertThat(ledger.at("/totals/amount").asText()).isEqualTo("0.002");
  }

  @Test
  void emptyBalance_isRefusedWith1008WhereMoneyIsNeeded() throws Exception {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(Caller.code(speak("speech-2.8-hd", "Hello."))).isEqualTo(1008);
    long file = SANDBOX.demo().uploadSample("lj.mp3");
    String clone = "{\"file_id\":" + file + ",\"voice_id\":\"PoorVoice1\"";
    String preview = ",\"text\":\"Hi.\",\"model\":\"speech-2.8-hd\"}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/voice_clone", clone + preview)))
        .isEqualTo(1008);
    assertThat(Caller.code(SANDBOX.demo().post("/v1/voice_clone", clone + "}"))).isZero();
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @Test
  void requestLimit_isPerModelAndMinute_andAnswers1002() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"demo\",\"limits\":{\"speechRequests\":2}}");
    assertThat(Caller.code(speak("speech-2.8-hd", "One."))).isZero();
    assertThat(Caller.code(speak("speech-2.8-hd", "Two."))).isZero();
    assertThat(Caller.code(speak("speech-2.8-hd", "Three."))).isEqualTo(1002);
    assertThat(Caller.code(speak("speech-2.8-turbo", "Four."))).isZero();
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":60}");
    assertThat(Caller.code(speak("speech-2.8-hd", "Five."))).isZero();
  }

  @Test
  void characterLimit_answers1039() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"demo\",\"limits\":{\"speechCharacters\":20}}");
    assertThat(Caller.code(speak("speech-2.8-hd", "Eighteen letters."))).isZero();
    assertThat(Caller.code(speak("speech-2.8-hd", "Four"))).isEqualTo(1039);
    assertThat(Caller.code(speak("speech-2.8-hd", "Two"))).isZero();
  }

  @Test
  void cloneLimit_answers1002() throws Exception {
    SANDBOX
        .control()
        .post("/_sandbox/accounts", "{\"name\":\"demo\",\"limits\":{\"cloneRequests\":1}}");
    SANDBOX.demo().clone("FirstVoice1", "lj.mp3");
    JsonNode second =
        SANDBOX.demo().post("/v1/voice_clone", "{\"file_id\":1,\"voice_id\":\"SecondVoice\"}");
    assertThat(Caller.code(second)).isEqualTo(1002);
  }
}
