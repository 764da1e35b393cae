package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubtitlesTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String body(String text, String more) {
    return "{\"model\":\"speech-2.8-hd\",\"text\":\""
        + text
        + "\",\"voice_setting\":{\"voice_id\":\"female-yujie\"}"
        + more
        + "}";
  }

  private static JsonNode speak(String text, String more) throws IOException {
    return SANDBOX.demo().post("/v1/t2a_v2", body(text, more));
  }

  private static HttpResponse<byte[]> fetch(String link) throws IOException {
    return SANDBOX.control().send(HttpRequest.newBuilder(URI.create(link)));
  }

  private static JsonNode subtitles(JsonNode answer) throws IOException {
    HttpResponse<byte[]> response = fetch(answer.at("/data/subtitle_file").asText());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    return JSON.readTree(response.body());
  }

  @Test
  void withoutTheSwitch_thereIsNoSubtitleFile() throws Exception {
    assertThat(speak("Good evening.", "").at("/data").has("subtitle_file")).isFalse();
    assertThat(speak("Hello.", ",\"subtitle_type\":\"word\"").at("/data").has("subtitle_file"))
        .isFalse();
  }

  @Test
  void sentences_haveTheirPlacesInTextAndSound() throws Exception {
    String text = "Platform two<#1.5#>is closed today(sighs). Mind the gap!";
    JsonNode answer = speak(text, ",\"subtitle_enable\":true");
    JsonNode items = subtitles(answer);
    assertThat(items.findValuesAsText("text"))
        .containsExactly("Platform two", "is closed today(sighs).", "Mind the gap!");
    for (JsonNode item : items) {
      int begin = item.get("text_begin").asInt();
      assertThat(text.substring(begin, item.get("text_end").asInt()))
          .isEqualTo(item.get("text").asText());
      assertThat(item.get("time_begin").asDouble()).isLessThan(item.get("time_end").asDouble());
      assertThat(item.get("timestamped_words").isNull()).isTrue();
    }
    assertThat(items.findValuesAsText("is_final_segment"))
        .containsExactly("false", "false", "true");
    double pauseBegins = items.get(0).get("time_end").asDouble();
    assertThat(items.get(1).get("time_begin").asDouble() - pauseBegins)
        .isCloseTo(1500, within(0.1));
    // The interjection lies inside the second sentence.
    assertThat(items.get(2).get("time_begin").asDouble())
        .isGreaterThanOrEqualTo(items.get(1).get("time_end").asDouble());
    assertThat(items.get(2).get("time_end").asDouble())
        .isCloseTo(answer.at("/extra_info/audio_length").asDouble(), within(1.0));
  }

  @Test
  void words_followOneAnotherInsideTheirSentence() throws Exception {
    String text = "Good evening, 朋友们好。 See you at 9.30!";
    JsonNode items = subtitles(speak(text, ",\"subtitle_enable\":true,\"subtitle_type\":\"word\""));
    assertThat(items.findValuesAsText("word"))
        .containsExactly("Good", "evening", "朋", "友", "们", "好", "See", "you", "at", "9.30");
    double last = 0;
    for (JsonNode item : items) {
      assertThat(item.get("timestamped_words")).isNotEmpty();
      for (JsonNode word : item.get("timestamped_words")) {
        assertThat(word.get("time_begin").asDouble()).isGreaterThanOrEqualTo(last);
        last = word.get("time_end").asDouble();
        assertThat(text.substring(word.get("word_begin").asInt(), word.get("word_end").asInt()))
            .isEqualTo(word.get("word").asText());
      }
      assertThat(last).isLessThanOrEqualTo(item.get("time_end").asDouble());
    }
    // Each syllable of this script is a tone of 210 ms, in the sandbox.
    JsonNode syllable = items.get(0).get("timestamped_words").get(3);
    assertThat(syllable.get("time_end").asDouble() - syllable.get("time_begin").asDouble())
        .isBetween(150.0, 220.0);
  }

  @Test
  void offsets_countCodePoints() throws Exception {
    JsonNode items = subtitles(speak("𠮷野家。 Yes.", ",\"subtitle_enable\":true"));
    assertThat(items.get(1).get("text_begin").asInt()).isEqualTo(5);
    assertThat(items.get(1).get("text_end").asInt()).isEqualTo(9);
  }

  @Test
  void replacedWord_isShownAsWrittenAndAsSaid() throws Exception {
    JsonNode items =
        subtitles(
            speak(
                "The DB is late. Sorry.",
                ",\"subtitle_enable\":true,\"subtitle_type\":\"word\","
                    + "\"pronunciation_dict\":{\"tone\":[\"DB/Deutsche Bahn\"]}"));
    assertThat(items.get(0).get("text").asText()).isEqualTo("The DB is late.");
    assertThat(items.get(0).get("pronounce_text").asText()).isEqualTo("The Deutsche Bahn is late.");
    assertThat(items.get(1).get("pronounce_text").asText()).isEqualTo("Sorry.");
    JsonNode words = items.get(0).get("timestamped_words");
    assertThat(words.get(1).get("word").asText()).isEqualTo("DB");
    assertThat(words.get(1).get("time_end").asDouble() - words.get(1).get("time_begin").asDouble())
        .isGreaterThan(
            words.get(2).get("time_end").asDouble() - words.get(2).get("time_begin").asDouble());
  }

  @Test
  void textThatSaysNothing_hasAnEmptyList() throws Exception {
    assertThat(subtitles(speak("...", ",\"subtitle_enable\":true"))).isEmpty();
  }

  @Test
  void stream_linksToTheSubtitlesInItsLastFrameOnly() throws Exception {
    Caller demo = SANDBOX.demo();
    HttpResponse<byte[]> response =
        demo.send(
            demo.to("/v1/t2a_v2")
                .POST(
                    BodyPublishers.ofString(
                        body(
                            "Good evening, and welcome to the station of the north.",
                            ",\"stream\":true,\"subtitle_enable\":true"))));
    String[] frames = new String(response.body(), StandardCharsets.UTF_8).split("\n\n", 0);
    assertThat(frames).hasSizeGreaterThan(2);
    for (int i = 0; i < frames.length - 1; i++) {
      assertThat(frames[i]).doesNotContain("subtitle_file");
    }
    JsonNode last = JSON.readTree(frames[frames.length - 1].substring("data: ".length()));
    assertThat(subtitles(last).get(0).get("text").asText())
        .isEqualTo("Good evening, and welcome to the station of the north.");
  }

  @Test
  void link_diesAfterADay() throws Exception {
    String link =
        speak("Good evening.", ",\"subtitle_enable\":true").at("/data/subtitle_file").asText();
    assertThat(fetch(link).statusCode()).isEqualTo(200);
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":86400}");
    assertThat(fetch(link).statusCode()).isEqualTo(403);
  }
}
