package dev.timbre.provider.client;

import static dev.timbre.provider.client.SpokenStream.FIRST;
import static dev.timbre.provider.client.SpokenStream.LAST;
import static dev.timbre.provider.client.SpokenStream.SECOND;
import static dev.timbre.provider.client.SpokenStream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.SpeechSummary;
import dev.timbre.provider.client.wire.speech.SubtitleType;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamed speech as the contract shows it, and as it should not be. */
@Timeout(60)
class SpeechStreamTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private void answersStream(String events) {
    provider.answers(200, "text/event-stream", events);
  }

  private SpeechStream stream() {
    return client.speech().stream(request().build());
  }

  private String heard() {
    return HexFormat.of().formatHex(out.toByteArray());
  }

  @Test
  void request_asksForAStreamWithoutTheWholeAudio() {
    answersStream(LAST);

    client.speech().stream(
            request()
                .audio(AudioSetting.defaults().withFormat(AudioFormat.MP3))
                .constantBitrate(true)
                .continuousSound(true)
                .subtitles(SubtitleType.WORD_STREAMING)
                .watermark(false)
                .build())
        .close();

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/t2a_v2");
    assertThat(provider.onlyRequest().headers().getFirst("Authorization"))
        .isEqualTo("Bearer test-key-4711-secret");
    assertThat(provider.onlyRequest().headers().getFirst("Content-Type"))
        .isEqualTo("application/json");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"speech-2.8-hd\",\"text\":\"Good evening.\",\"stream\":true,"
                + "\"stream_options\":{\"exclude_aggregated_audio\":true},"
                + "\"voice_setting\":{\"voice_id\":\"AnnaHost01\"},"
                + "\"audio_setting\":{\"format\":\"mp3\",\"force_cbr\":true},"
                + "\"subtitle_enable\":true,\"subtitle_type\":\"word_streaming\","
                + "\"continuous_sound\":true}");
  }

  @Test
  void wholeAudioAtTheEnd_isAskedForOnlyOnDemand() {
    answersStream(LAST);

    client.speech().stream(request().wholeAudioAtTheEnd().build()).close();

    assertThat(provider.onlyRequest().text())
        .contains("\"stream_options\":{\"exclude_aggregated_audio\":false}");
  }

  @Test
  void piecesThenWhole_playOnce() {
    answersStream(FIRST + SECOND + LAST);

    try (SpeechStream stream = stream()) {
      assertThat(stream.next().orElseThrow()).containsExactly(0xff, 0xfb, 0x90, 0x64);
      assertThatThrownBy(stream::summary).isInstanceOf(IllegalStateException.class);
      assertThat(stream.transferTo(out)).isEqualTo(4);
      assertThat(heard()).isEqualTo("00112233");
      assertThat(stream.next()).isEmpty();

      SpeechSummary summary = stream.summary();
      assertThat(summary.info().length()).contains(Duration.ofMillis(640));
      assertThat(summary.info().format()).contains(AudioFormat.MP3);
      assertThat(summary.metering().usageCharacters()).hasValue(9);
      assertThat(summary.subtitles()).isEmpty();
      assertThat(summary.traceId()).contains("06ab12cd34ef56780a1b2c3d4e5f6071");
    }
  }

  @Test
  void wholeWithoutPieces_isPlayed() {
    answersStream(LAST);

    stream().transferTo(out);

    assertThat(heard()).isEqualTo("fffb906455aa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"audio\":\"\",\"status\":2",
        "\"status\":2",
        "\"audio\":null,\"status\":\"2\"",
      })
  void lastEventWithoutAudio_endsTheStream(String data) {
    answersStream(
        FIRST
            + "data: {\"data\":{"
            + data
            + ",\"subtitle_file\":\"https://oss.example/s.json?Signature=x\"},"
            + "\"extra_info\":{\"usage_characters\":\"9\"},\"base_resp\":{\"status_code\":0}}\n\n");

    try (SpeechStream stream = stream()) {
      assertThat(stream.transferTo(out)).isEqualTo(4);
      assertThat(stream.summary().metering().usageCharacters()).hasValue(9);
      assertThat(stream.summary().subtitles().orElseThrow().uri())
          .isEqualTo(URI.create("https://oss.example/s.json?Signature=x"));
      assertThat(stream.summary().toString()).doesNotContain("Signature");
    }
  }

  @Test
  void lastEventWithoutData_isKnownByItsExtraInfo() {
    answersStream(
        FIRST
            + "data: {\"data\":null,\"extra_info\":{\"usage_characters\":9},"
            + "\"base_resp\":{\"status_code\":0}}\n\n");

    assertThat(stream().transferTo(out)).isEqualTo(4);
  }

  @Test
  void eventsWithoutAudio_areSkippedButNotForEver() {
    String empty = "data: {\"data\":{\"status\":1},\"base_resp\":{\"status_code\":0}}\n\n";
    answersStream(empty + FIRST + empty + empty + LAST);
    assertThat(stream().transferTo(out)).isEqualTo(4);

    answersStream(empty.repeat(1100) + LAST);
    assertThatThrownBy(() -> stream().transferTo(out))
        .isInstanceOf(StreamDamaged.class)
        .hasMessageContaining("1000 events without audio");
  }

  @Test
  void streamWithoutItsLastEvent_isCut() {
    answersStream(FIRST + SECOND);

    StreamCut cut = catchThrowableOfType(StreamCut.class, () -> stream().transferTo(out));

    assertThat(cut.delivered()).isEqualTo(8);
    assertThat(cut.mayHaveBeenCarriedOut()).isTrue();
    assertThat(cut).hasMessageContaining("without the event that says it is finished");
    assertThat(heard()).isEqualTo("fffb906400112233");
  }

  @Test
  void lastEventCutOff_isCutAndNotDamaged() {
    answersStream(FIRST + LAST.substring(0, 60));

    assertThatThrownBy(() -> stream().transferTo(out)).isInstanceOf(StreamCut.class);
  }

  @Test
  void lastEventWithoutItsBlankLine_isEnough() {
    answersStream(FIRST + LAST.strip());

    assertThat(stream().transferTo(out)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fff", "fffg", "https://oss.example/a.mp3", "ff ff"})
  void damagedHex_isDamagedAfterWhatCameBefore(String hex) {
    String longer = "00".repeat(100) + hex;
    for (String damaged : new String[] {hex, longer}) {
      out.reset();
      answersStream(FIRST + FIRST.replace("fffb9064", damaged) + LAST);

      StreamDamaged failure =
          catchThrowableOfType(StreamDamaged.class, () -> stream().transferTo(out));

      assertThat(failure).hasMessageContaining("audio hex has");
      assertThat(failure.delivered()).isEqualTo(4);
      assertThat(heard()).isEqualTo("fffb9064");
    }
  }

  @Test
  void longPieces_areReadWhereverTheirFieldStands() {
    String hex = "0123456789abcdefABCDEF00".repeat(50);
    answersStream(
        "data: {\"data\":{\"status\":1,\"audio\": \""
            + hex
            + "\"}}\n\n"
            + "data: {\"data\":{\"status\":1,\"audio\" :\""
            + hex
            + "\"}}\n\n"
            + "data: {\"n\":{\"audio\":\""
            + hex
            + "\"},\"data\":{\"audio\":\"77\"}}\n\n"
            + "data: {\"data\":{\"audio\":\""
            + hex.replaceFirst("0", "\\\\u0030")
            + "\"}}\n\n"
            + LAST);

    stream().transferTo(out);

    String decoded = hex.toLowerCase(Locale.ROOT);
    assertThat(heard()).isEqualTo(decoded + decoded + "77" + decoded);
  }

  @Test
  void refusalInMidStream_saysHowMuchWasHeard() {
    answersStream(
        FIRST
            + "data:"
            + " {\"data\":null,\"base_resp\":{\"status_code\":1027,\"status_msg\":\"no\"}}\n\n");

    StreamRefused refused =
        catchThrowableOfType(StreamRefused.class, () -> stream().transferTo(out));

    assertThat(refused.delivered()).isEqualTo(4);
    assertThat(refused.code().orElseThrow().number()).isEqualTo(1027);
    assertThat(heard()).isEqualTo("fffb9064");
  }

  @Test
  void refusalThatShowsTheKey_isMasked() {
    answersStream(
        "data: {\"base_resp\":{\"status_code\":2049,\"status_msg\":\"bad key "
            + StubProvider.KEY
            + "\"}}\n\n");

    assertThatThrownBy(() -> stream().next())
        .isInstanceOf(ProviderRefused.class)
        .hasMessageContaining("bad key ***");
  }
}
