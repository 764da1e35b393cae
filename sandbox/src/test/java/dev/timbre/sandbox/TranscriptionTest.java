package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] SHORT = Sounds.wav(1.9, 200);

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  /** Sends a recording, with parts such as {@code response_format=srt}. */
  private static HttpResponse<byte[]> send(String filename, byte[] recording, String... parts)
      throws IOException {
    return send(null, filename, recording, parts);
  }

  private static HttpResponse<byte[]> send(
      String language, String filename, byte[] recording, String... parts) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Caller.filePart(body, filename, recording);
    for (String part : parts) {
      Caller.textPart(
          body, part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    body.writeBytes(
        "--------------------------d74496d66958873e--\r\n".getBytes(StandardCharsets.US_ASCII));
    HttpRequest.Builder request =
        SANDBOX
            .demo()
            .to("/v1/speech_to_text")
            .header(
                "Content-Type",
                "multipart/form-data; boundary=------------------------d74496d66958873e")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    if (language != null) {
      request.header("language", language);
    }
    return SANDBOX.demo().send(request);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void recording_isCountedOutInHalfSeconds() throws Exception {
    HttpResponse<byte[]> response = send("a.wav", SHORT, "model=asr-1.0");
    assertThat(response.statusCode()).isEqualTo(200);
    String trace = response.headers().firstValue("Trace-Id").orElseThrow();
    assertThat(JSON.readTree(response.body()))
        .isEqualTo(
            JSON.readTree(
                "{\"text\":\"One two three.\",\"duration\":1.9,\"n_speakers\":1,\"segments\":"
                    + "[{\"id\":0,\"start\":0.0,\"end\":1.9,\"speaker\":\"S1\","
                    + "\"text\":\"One two three.\"}],\"trace_id\":\""
                    + trace
                    + "\"}"));
  }

  @Test
  void words_areToldOneByOneWhenAsked() throws Exception {
    JsonNode answer =
        Caller.read(
            send(
                "a.wav",
                SHORT,
                "model=asr-1.0",
                "response_format=verbose_json",
                "timestamp_level=word"));
    assertThat(answer.get("segments")).hasSize(3);
    assertThat(answer.at("/segments/1/text").asText()).isEqualTo("two");
    assertThat(answer.at("/segments/1/start").asDouble()).isEqualTo(0.5);
    assertThat(answer.at("/segments/2/end").asDouble()).isEqualTo(1.9);
  }

  @Test
  void subtitles_comeInBothForms() throws Exception {
    byte[] recording = Sounds.wav(6, 200);
    assertThat(text(send("a.wav", recording, "model=asr-1.0", "response_format=srt")))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:05,000
            One two three four five six seven eight nine ten.

            2
            00:00:05,000 --> 00:00:06,000
            One two.

            """);
    HttpResponse<byte[]> vtt = send("a.wav", recording, "model=asr-1.0", "response_format=vtt");
    assertThat(vtt.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vtt");
    assertThat(text(vtt))
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nOne two")
        .contains("00:00:05.000 --> 00:00:06.000\nOne two.\n");
  }

  @Test
  void stream_hasAnEventForEachSentence() throws Exception {
    String events = text(send("a.wav", Sounds.wav(6, 200), "model=asr-1.0", "stream=true"));
    List<String> lines = events.lines().filter(line -> !line.isEmpty()).toList();
    assertThat(lines)
        .containsExactly(
            "data: {\"index\":0,\"delta\":\"One two three four five six seven eight nine ten.\","
                + "\"finish\":false,\"duration\":5.0}",
            "data: {\"index\":1,\"delta\":\"One two.\",\"finish\":true,\"duration\":6.0}");
  }

  @Test
  void language_decidesInWhichItCounts() throws Exception {
    JsonNode answer = Caller.read(send("zh-CN", "a.wav", SHORT, "model=asr-1.0"));
    assertThat(answer.get("text").asText()).isEqualTo("一二三。");
    assertThat(send("not a tag", "a.wav", SHORT, "model=asr-1.0").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flac", "mp3", "opus", "wav"})
  void otherKindsOfFiles_areMeasuredToo(String format) throws Exception {
    JsonNode spoken =
        SANDBOX
            .demo()
            .post(
                "/v1/t2a_v2",
                "{\"model\":\"speech-2.8-hd\",\"text\":\"Good evening to you.\",\"voice_setting\":"
                    + "{\"voice_id\":\"female-yujie\"},\"audio_setting\":{\"format\":\""
                    + format
                    + "\",\"sample_rate\":24000}}");
    byte[] sound = HexFormat.of().parseHex(spoken.at("/data/audio").asText());
    JsonNode answer = Caller.read(send("a." + format, sound, "model=asr-1.0"));
    double seconds = spoken.at("/extra_info/audio_length").asDouble() / 1000;
    assertThat(answer.get("duration").asDouble()).isCloseTo(seconds, within(0.15));
  }

  @Test
  void m4a_isMeasuredToo() throws Exception {
    JsonNode answer = Caller.read(send("a.m4a", Caller.recording("kerstin.m4a"), "model=asr-1.0"));
    assertThat(answer.get("duration").asDouble()).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "model=asr-2, model",
    "model= , model is empty",
    "model=asr-1.0;response_format=text, response_format",
    "model=asr-1.0;timestamp_level=letter, timestamp_level",
    "model=asr-1.0;stream=perhaps, stream",
    "model=asr-1.0;stream=true;response_format=srt, stream needs",
  })
  void wrongParts_areHttp400(String parts, String named) throws Exception {
    HttpResponse<byte[]> response = send("a.wav", SHORT, parts.split(";"));
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = JSON.readTree(response.body()).get("error");
    assertThat(error.get("type").asText()).isEqualTo("bad_request_error");
    assertThat(error.get("message").asText()).contains(named).endsWith("(2013)");
  }

  @Test
  void recordingsBeyondTheLimits_areRefused() throws Exception {
    assertThat(send("a.wav", Sounds.wav(501, 200), "model=asr-1.0").statusCode()).isEqualTo(400);
    assertThat(send("a.wav", Sounds.wav(500, 200), "model=asr-1.0").statusCode()).isEqualTo(200);
    assertThat(send("a.wav", new byte[50_000_001], "model=asr-1.0").statusCode()).isEqualTo(413);
    assertThat(send("a.wav", new byte[5_000], "model=asr-1.0").statusCode()).isEqualTo(400);
    HttpResponse<byte[]> prohibited = send("prohibited-content.wav", SHORT, "model=asr-1.0");
    assertThat(prohibited.statusCode()).isEqualTo(422);
  }

  @Test
  void begunSeconds_areCharged_andAnEmptyPurseIsHttp402() throws Exception {
    send("a.wav", SHORT, "model=asr-1.0");
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger").get("totals");
    assertThat(totals.at("/transcription/quantity").asInt()).isEqualTo(2);
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(send("a.wav", SHORT, "model=asr-1.0").statusCode()).isEqualTo(402);
  }
}
