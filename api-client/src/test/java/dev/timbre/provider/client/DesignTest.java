package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.voice.DesignAnswer;
import dev.timbre.provider.client.wire.voice.DesignRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private DesignAnswer design() {
    return client.voices().design(DesignRequest.of("A calm alto", "Good evening."));
  }

  @Test
  void smallestRequest_holdsTheTextsOnly() {
    provider.answers("{\"voice_id\":\"ttv-voice-1\"," + OK);

    design();

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/voice_design");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"prompt\":\"A calm alto\",\"preview_text\":\"Good evening.\"}");
  }

  @Test
  void fullRequest_isWrittenAsTheContractShowsIt() {
    provider.answers("{\"voice_id\":\"AcmeAlto01\"," + OK);

    client
        .voices()
        .design(
            DesignRequest.of("A calm alto", "Good evening.")
                .withVoiceId("AcmeAlto01")
                .withWatermark(true));

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"prompt\":\"A calm alto\",\"preview_text\":\"Good evening.\","
                + "\"voice_id\":\"AcmeAlto01\",\"aigc_watermark\":true}");
  }

  @Test
  void answer_holdsIdAndTrialAudio() {
    provider.answers(
        "{\"voice_id\":\"ttv-voice-2026092114300126-q7WmZk2a\",\"trial_audio\":\"494433040000\","
            + "\"surprise\":{\"a\":1},"
            + OK);

    DesignAnswer answer = design();

    assertThat(answer.voiceId()).isEqualTo("ttv-voice-2026092114300126-q7WmZk2a");
    assertThat(answer.trialAudio().orElseThrow().toByteArray())
        .containsExactly('I', 'D', '3', 4, 0, 0);
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"trial_audio\":\"\"", ",\"trial_audio\":null"})
  void answerWithoutTrial_stillNamesTheVoice(String trial) {
    provider.answers("{\"voice_id\":7100000000000000123" + trial + "}");

    DesignAnswer answer = design();

    assertThat(answer.voiceId()).isEqualTo("7100000000000000123");
    assertThat(answer.trialAudio()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"494", "49zz"})
  void damagedTrial_isAnErrorThatNamesTheVoice(String hex) {
    provider.answers("{\"voice_id\":\"ttv-voice-1\",\"trial_audio\":\"" + hex + "\"," + OK);

    assertThatThrownBy(this::design)
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("trial_audio of voice ttv-voice-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"voice_id\":null,", "{\"voice_id\":\"\",", "{\"voice_id\":[1],"})
  void successWithoutVoiceId_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(this::design)
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("without voice_id");
  }

  @Test
  void limits_areCheckedBeforeSending() {
    assertThatThrownBy(() -> DesignRequest.of(" ", "Good evening."))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("prompt is blank; allowed: some text");
    assertThatThrownBy(() -> DesignRequest.of("calm", "好".repeat(501)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("preview_text is 501 characters long; allowed: at most 500");
    assertThatThrownBy(() -> DesignRequest.of("calm", "Hi.").withVoiceId("2short"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("voice_id is 2short");
    assertThat(DesignRequest.of("calm", "😀".repeat(500)).previewText()).hasSize(1000);
    assertThat(DesignRequest.of("secret words", "secret text").toString()).doesNotContain("secret");
  }
}
