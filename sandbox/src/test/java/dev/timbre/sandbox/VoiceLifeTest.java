package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceLifeTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final int WEEK = 168 * 3600;

  @Test
  void unusedVoice_speaksUntilItsWeekIsOver() throws Exception {
    SANDBOX.demo().clone("LateVoice1", "lj.mp3");
    advance(WEEK - 60);
    assertThat(Caller.code(SANDBOX.demo().speak("LateVoice1", "Just in time."))).isZero();
  }

  @Test
  void unusedVoice_isGoneAfterAWeek() throws Exception {
    SANDBOX.demo().clone("LapsedVoice", "lj.mp3");
    advance(WEEK);
    JsonNode answer = SANDBOX.demo().speak("LapsedVoice", "Too late.");
    assertThat(Caller.code(answer)).isEqualTo(2054);
    assertThat(Caller.message(answer)).isEqualTo("voice id not exist");
    assertThat(stateOf("LapsedVoice")).isEqualTo("LAPSED");
    String deletion = "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"LapsedVoice\"}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/delete_voice", deletion))).isEqualTo(2013);
  }

  @Test
  void oneUse_makesAVoicePermanent() throws Exception {
    SANDBOX.demo().clone("UsedVoice1", "lj.mp3");
    SANDBOX.demo().speak("UsedVoice1", "Once is enough.");
    advance(10 * WEEK);
    assertThat(Caller.code(SANDBOX.demo().speak("UsedVoice1", "Still here."))).isZero();
    assertThat(stateOf("UsedVoice1")).isEqualTo("PERMANENT");
  }

  @Test
  void preview_doesNotCountAsUse() throws Exception {
    long file = SANDBOX.demo().uploadSample("lj.mp3");
    String body =
        "{\"file_id\":%d,\"voice_id\":\"DemoOnly01\",\"text\":\"Hi.\",\"model\":\"speech-2.8-hd\"}";
    SANDBOX.demo().post("/v1/voice_clone", body.formatted(file));
    assertThat(listed()).isEmpty();
    advance(WEEK);
    assertThat(Caller.code(SANDBOX.demo().speak("DemoOnly01", "Hello."))).isEqualTo(2054);
  }

  @Test
  void failedSynthesis_doesNotCountAsUse() throws Exception {
    SANDBOX.demo().clone("QuietVoice1", "lj.mp3");
    SANDBOX.demo().speak("QuietVoice1", "prohibited-content");
    assertThat(stateOf("QuietVoice1")).isEqualTo("TEMPORARY");
    assertThat(feesOf("QuietVoice1")).isZero();
  }

  @Test
  void fee_isChargedOnce_whenManyFirstSynthesesRace() throws Exception {
    SANDBOX.demo().clone("RacedVoice1", "lj.mp3");
    int racers = 6;
    JsonNode hold =
        SANDBOX
            .control()
            .post(
                "/_sandbox/faults",
                "{\"match\":{\"path\":\"/v1/t2a_v2\",\"times\":6},\"effect\":{\"type\":\"hold\"}}");
    List<CompletableFuture<JsonNode>> speeches = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      speeches.add(
          CompletableFuture.supplyAsync(VoiceLifeTest::speakRaced, r -> new Thread(r).start()));
    }
    await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == racers);
    SANDBOX.control().post("/_sandbox/faults/" + hold.get("id").asText() + "/release", "{}");
    for (CompletableFuture<JsonNode> speech : speeches) {
      assertThat(Caller.code(speech.get())).isZero();
    }
    assertThat(feesOf("RacedVoice1")).isEqualTo(1);
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger?voice_id=RacedVoice1").get("totals");
    assertThat(totals.at("/fee/amount").asText()).isEqualTo("9.9");
    assertThat(totals.at("/characters/count").asInt()).isEqualTo(racers);
  }

  @Test
  void cloneOfOneIdTwiceAtOnce_worksOnceAndIsChargedOnce() throws Exception {
    long file = SANDBOX.demo().uploadSample("lj.mp3");
    String body =
        "{\"file_id\":%d,\"voice_id\":\"TwinVoice1\",\"text\":\"Hi.\",\"model\":\"speech-2.8-hd\"}"
            .formatted(file);
    JsonNode hold =
        SANDBOX
            .control()
            .post(
                "/_sandbox/faults",
                "{\"match\":{\"path\":\"/v1/voice_clone\",\"times\":2},"
                    + "\"effect\":{\"type\":\"hold\"}}");
    List<CompletableFuture<Integer>> clones = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      clones.add(CompletableFuture.supplyAsync(() -> cloneRaced(body), r -> new Thread(r).start()));
    }
    await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 2);
    SANDBOX.control().post("/_sandbox/faults/" + hold.get("id").asText() + "/release", "{}");
    assertThat(List.of(clones.get(0).get(), clones.get(1).get()))
        .containsExactlyInAnyOrder(0, 2039);
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger").get("totals");
    assertThat(totals.at("/preview/count").asInt()).isEqualTo(1);
  }

  private static int cloneRaced(String body) {
    try {
      return Caller.code(SANDBOX.demo().post("/v1/voice_clone", body));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mixOfTwoFreshVoices_makesBothPermanent() throws Exception {
    SANDBOX.demo().clone("MixedVoice1", "lj.mp3");
    SANDBOX.demo().clone("MixedVoice2", "kerstin.m4a");
    SANDBOX
        .demo()
        .post(
            "/v1/t2a_v2",
            """
            {"model":"speech-2.8-hd","text":"Both of us.","voice_setting":{"voice_id":""},
             "timbre_weights":[{"voice_id":"MixedVoice1","weight":30},
                               {"voice_id":"MixedVoice2","weight":70}]}\
            """);
    assertThat(feesOf("MixedVoice1")).isEqualTo(1);
    assertThat(feesOf("MixedVoice2")).isEqualTo(1);
  }

  @Test
  void getVoice_showsSystemVoicesWithTheirLiteralIds() throws Exception {
    JsonNode all = SANDBOX.demo().post("/v1/get_voice", "{\"voice_type\":\"all\"}");
    assertThat(all.get("system_voice").findValuesAsText("voice_id"))
        .hasSizeGreaterThan(300)
        .doesNotHaveDuplicates()
        .contains(
            "male-qn-qingse",
            "Chinese (Mandarin)_News_Anchor",
            "Cantonese_ProfessionalHost（F)",
            "French_Female_News Anchor");
    assertThat(all.at("/system_voice/0/created_time").asText()).isEqualTo("1970-01-01");
    assertThat(all.has("voice_cloning")).isTrue();
    JsonNode cloned = SANDBOX.demo().post("/v1/get_voice", "{\"voice_type\":\"voice_cloning\"}");
    assertThat(cloned.has("system_voice")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Calm_Woman",
        "socialmedia_female_2_v1",
        "English_PassionateWarrior",
        "voice_agent_Female_Phone_4",
        "French_Female Journalist",
        "male-qn-qingse-jingpin",
        "moss_audio_7c7e7ae2-7356-11f0-9540-7ef9b4b62566"
      })
  void voicesThatClientsChooseByThemselves_speak(String voiceId) throws Exception {
    assertThat(Caller.code(SANDBOX.demo().speak(voiceId, "At once."))).isZero();
  }

  @Test
  void getVoice_showsOnlyOwnVoices() throws Exception {
    SANDBOX.other().clone("TheirVoice1", "lj.mp3");
    SANDBOX.other().speak("TheirVoice1", "Ours.");
    assertThat(listed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"voice_type\":\"cloned\"}", "{\"voice_type\":3}", "[]", "", "nonsense"})
  void badListRequest_isRefusedWith2013(String body) throws Exception {
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", body))).isEqualTo(2013);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"NobodyHere1\"}",
        "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"male-qn-qingse\"}",
        "{\"voice_type\":\"voice_generation\",\"voice_id\":\"NobodyHere1\"}",
        "{\"voice_type\":\"system\",\"voice_id\":\"male-qn-qingse\"}",
        "{\"voice_type\":\"voice_cloning\"}",
        "{\"voice_id\":\"NobodyHere1\"}"
      })
  void badDeletion_isRefusedWith2013(String body) throws Exception {
    assertThat(Caller.code(SANDBOX.demo().post("/v1/delete_voice", body))).isEqualTo(2013);
  }

  private static JsonNode speakRaced() {
    try {
      return SANDBOX.demo().speak("RacedVoice1", "Me first.");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void advance(int seconds) throws Exception {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static List<String> listed() throws Exception {
    return SANDBOX
        .demo()
        .post("/v1/get_voice", "{\"voice_type\":\"voice_cloning\"}")
        .findValuesAsText("voice_id");
  }

  private static int feesOf(String voiceId) throws Exception {
    JsonNode ledger = SANDBOX.control().get("/_sandbox/ledger?voice_id=" + voiceId);
    return ledger.at("/totals/fee/count").asInt();
  }

  private static String stateOf(String voiceId) throws Exception {
    for (JsonNode voice : SANDBOX.control().get("/_sandbox/state").get("voices")) {
      if (voice.get("voiceId").asText().equals(voiceId)) {
        return voice.get("state").asText();
      }
    }
    return "unknown";
  }
}
