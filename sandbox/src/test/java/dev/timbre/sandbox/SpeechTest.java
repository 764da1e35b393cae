package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String VOICE = "\"voice_setting\":{\"voice_id\":\"male-qn-qingse\"}";
  private static final String RAW = ",\"audio_setting\":{\"format\":\"pcm\",\"sample_rate\":16000}";

  private static JsonNode speak(String fields) throws Exception {
    return SANDBOX.demo().post("/v1/t2a_v2", "{\"model\":\"speech-2.8-hd\"," + fields + "}");
  }

  private static byte[] audio(JsonNode answer) {
    assertThat(Caller.code(answer)).as(Caller.message(answer)).isZero();
    return HexFormat.of().parseHex(answer.at("/data/audio").asText());
  }

  private static short[] samples(String fields) throws Exception {
    return Sounds.samples(audio(speak(fields + RAW)), 0);
  }

  private static short[] said(String text, String voiceSetting) throws Exception {
    return samples("\"text\":\"" + text + "\",\"voice_setting\":{" + voiceSetting + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech-2.5-hd-preview", "speech-2.5-turbo-preview", "speech-01-240228"})
  void retiredModels_speakForTheClientsThatStillNameThem(String model) throws Exception {
    String body = "{\"model\":\"" + model + "\",\"text\":\"Hello.\"," + VOICE + "}";
    assertThat(audio(SANDBOX.demo().post("/v1/t2a_v2", body))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mp3, 8000, 1", "mp3, 16000, 2", "mp3, 22050, 1", "mp3, 24000, 1", "mp3, 32000, 2",
    "mp3, 44100, 1", "wav, 8000, 1", "wav, 44100, 2", "flac, 16000, 1", "flac, 32000, 2",
    "pcm, 24000, 1", "pcm, 22050, 2", "pcmu_raw, 8000, 1", "pcmu_wav, 8000, 2", "opus, 24000, 1"
  })
  void audio_hasTheClaimedFormatRateChannelsAndLength(String format, int rate, int channels)
      throws Exception {
    JsonNode answer =
        speak(
            """
            "text":"The train leaves at nine.",%s,
            "audio_setting":{"format":"%s","sample_rate":%d,"channel":%d,"bitrate":64000}\
            """
                .formatted(VOICE, format, rate, channels));
    byte[] audio = audio(answer);
    JsonNode info = answer.get("extra_info");
    assertThat(info.get("audio_size").asInt()).isEqualTo(audio.length);
    assertThat(info.get("audio_format").asText()).isEqualTo(format);
    assertThat(info.get("audio_channel").asInt()).isEqualTo(channels);
    assertThat(info.get("audio_sample_rate").asInt()).isEqualTo(rate);
    SoundFile heard = SoundFile.of(audio, format, rate, channels);
    assertThat(heard.channels()).isEqualTo(channels);
    assertThat(heard.seconds() * 1000).isCloseTo(info.get("audio_length").asDouble(), within(2.0));
    if (!format.equals("opus")) {
      assertThat(heard.rate()).isEqualTo(rate);
    }
  }

  @Test
  void bitrate_isHonoured() throws Exception {
    String settings = "\"text\":\"The train leaves at nine.\"," + VOICE + ",\"audio_setting\":";
    JsonNode low = speak(settings + "{\"bitrate\":32000}");
    JsonNode high = speak(settings + "{\"bitrate\":256000}");
    assertThat(audio(high).length).isGreaterThan(5 * audio(low).length);
    assertThat(low.at("/extra_info/bitrate").asInt()).isEqualTo(32000);
    assertThat(high.at("/extra_info/bitrate").asInt()).isEqualTo(256000);
  }

  @Test
  void clonedVoices_speakAtThePitchOfTheirSpeakers() throws Exception {
    Caller demo = SANDBOX.demo();
    demo.upload("voice_clone", "low.wav", Sounds.wav(12, 110));
    demo.upload("voice_clone", "high.wav", Sounds.wav(12, 240));
    JsonNode files = demo.get("/v1/files/list").get("files");
    for (JsonNode file : files) {
      String id = file.get("filename").asText().replace(".wav", "Speaker");
      String body = "{\"file_id\":" + file.get("file_id") + ",\"voice_id\":\"" + id + "\"}";
      demo.post("/v1/voice_clone", body);
    }
    String text = "I remember one morning long ago.";
    double low = Sounds.pitch(said(text, "\"voice_id\":\"lowSpeaker\""), 16000);
    double high = Sounds.pitch(said(text, "\"voice_id\":\"highSpeaker\""), 16000);
    assertThat(low).isCloseTo(110, within(12.0));
    assertThat(high).isCloseTo(240, within(25.0));
  }

  @Test
  void realSpeakers_differInPitch() throws Exception {
    SANDBOX.demo().clone("KerstinVoice", "kerstin.m4a");
    SANDBOX.demo().clone("LindaVoice1", "lj.mp3");
    String text = "I remember one morning long ago.";
    double kerstin = Sounds.pitch(said(text, "\"voice_id\":\"KerstinVoice\""), 16000);
    double linda = Sounds.pitch(said(text, "\"voice_id\":\"LindaVoice1\""), 16000);
    assertThat(Math.abs(kerstin - linda)).isGreaterThan(20);
  }

  @Test
  void speedVolumeAndPitch_areAudible() throws Exception {
    String text = "The train leaves at nine from platform two.";
    String id = "\"voice_id\":\"male-qn-qingse\"";
    short[] usual = said(text, id);
    assertThat(said(text, id + ",\"speed\":2").length).isLessThan((int) (usual.length * 0.65));
    assertThat(said(text, id + ",\"speed\":0.5").length).isGreaterThan((int) (usual.length * 1.6));
    assertThat(Sounds.rms(said(text, id + ",\"vol\":2"))).isGreaterThan(1.5 * Sounds.rms(usual));
    assertThat(Sounds.rms(said(text, id + ",\"vol\":0.2"))).isLessThan(0.4 * Sounds.rms(usual));
    double octave = Sounds.pitch(said("早上好", id + ",\"pitch\":6"), 16000);
    assertThat(octave / Sounds.pitch(said("早上好", id), 16000)).isCloseTo(1.414, within(0.1));
  }

  @Test
  void pause_lastsAsLongAsItSays() throws Exception {
    String id = "\"voice_id\":\"male-qn-qingse\"";
    int without = said("早上好大家好", id).length;
    int with = said("早上好<#1.25#>大家好", id).length;
    assertThat(with - without).isCloseTo(20_000, within(16));
  }

  @Test
  void chineseText_hasOneSyllablePerCharacter() throws Exception {
    String id = "\"voice_id\":\"male-qn-qingse\"";
    int four = said("今天天气", id).length;
    int eight = said("今天天气今天天气", id).length;
    assertThat(eight).isEqualTo(2 * four);
  }

  @Test
  void watermarkAndInterjection_addSound() throws Exception {
    int plain = samples("\"text\":\"早上好\"," + VOICE).length;
    assertThat(samples("\"text\":\"早上好\",\"aigc_watermark\":true," + VOICE).length)
        .isGreaterThan(plain);
    assertThat(samples("\"text\":\"早上好(laughs)\"," + VOICE).length).isGreaterThan(plain);
  }

  @Test
  void pronunciation_replacesWhatIsSaidButNotWhatIsBilled() throws Exception {
    String text = "\"text\":\"DB\"," + VOICE;
    String rule = ",\"pronunciation_dict\":{\"tone\":[\"DB/Deutsche Bahn in Germany\"]}";
    assertThat(samples(text + rule).length).isGreaterThan(samples(text).length);
    assertThat(speak(text + rule).at("/extra_info/usage_characters").asInt()).isEqualTo(2);
  }

  @Test
  void mixOfVoices_speaksBetweenTheirPitches_inEitherSpelling() throws Exception {
    for (String spelling : new String[] {"timbre_weights", "timber_weights"}) {
      JsonNode answer =
          speak(
              "\"text\":\"早上好\",\"voice_setting\":{\"voice_id\":\"\"},\""
                  + spelling
                  + "\":[{\"voice_id\":\"male-qn-qingse\",\"weight\":1},"
                  + "{\"voice_id\":\"female-yujie\",\"weight\":99}]");
      assertThat(audio(answer)).isNotEmpty();
    }
  }

  @Test
  void url_servesTheSoundFor24Hours() throws Exception {
    JsonNode answer = speak("\"text\":\"Good morning.\",\"output_format\":\"url\"," + VOICE);
    URI link = URI.create(answer.at("/data/audio").asText());
    Caller anonymous = SANDBOX.control();
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).body())
        .hasSize(answer.at("/extra_info/audio_size").asInt());
    anonymous.post("/_sandbox/clock", "{\"advanceSeconds\":86400}");
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).statusCode()).isEqualTo(403);
  }

  @Test
  void traceIdInTheBody_isThatOfTheHeader_alsoInFailures() throws Exception {
    Caller demo = SANDBOX.demo();
    for (String text : new String[] {"Good morning.", ""}) {
      String body = "{\"model\":\"speech-2.8-hd\",\"text\":\"" + text + "\"," + VOICE + "}";
      var response = demo.send(demo.to("/v1/t2a_v2").POST(BodyPublishers.ofString(body)));
      assertThat(Caller.read(response).get("trace_id").asText())
          .isEqualTo(response.headers().firstValue("Trace-Id").orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":\"\",VOICE",
        "VOICE",
        "\"text\":17,VOICE",
        "\"text\":\"Hi\"",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"\"}",
        "\"text\":\"Hi\",\"voice_setting\":\"male-qn-qingse\"",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"speed\":0.49}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"speed\":2.01}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"speed\":\"fast\"}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"vol\":0}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"vol\":10.1}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"pitch\":13}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"pitch\":1.5}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"emotion\":\"bored\"}",
        "\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"male-qn-qingse\",\"emotion\":\"whisper\"}",
        "\"text\":\"Hi\",VOICE,\"audio_setting\":{\"sample_rate\":48000}",
        "\"text\":\"Hi\",VOICE,\"audio_setting\":{\"bitrate\":96000}",
        "\"text\":\"Hi\",VOICE,\"audio_setting\":{\"format\":\"MP3\"}",
        "\"text\":\"Hi\",VOICE,\"audio_setting\":{\"channel\":3}",
        "\"text\":\"Hi\",VOICE,\"language_boost\":\"english\"",
        "\"text\":\"Hi\",VOICE,\"output_format\":\"base64\"",
        "\"text\":\"Hi\",VOICE,\"voice_modify\":{\"pitch\":101}",
        "\"text\":\"Hi\",VOICE,\"voice_modify\":{\"sound_effects\":\"cave\"}",
        "\"text\":\"Hi\",VOICE,\"pronunciation_dict\":{\"tone\":[\"no slash\"]}",
        "\"text\":\"Hi\",VOICE,\"pronunciation_dict\":{\"tone\":\"a/b\"}",
        "\"text\":\"Hi\",\"timbre_weights\":[{\"voice_id\":\"male-qn-qingse\",\"weight\":0}]",
        "\"text\":\"Hi\",\"timbre_weights\":[{\"weight\":1}]",
        "\"text\":\"Hi\",VOICE,\"subtitle_enable\":\"no\"",
        "\"text\":\"<#1#>Hi\",VOICE",
        "\"text\":\"Hi<#1#><#1#>there\",VOICE",
        "\"text\":\"Hi<#100#>there\",VOICE",
        "\"text\":\"Hi<#0.125#>there\",VOICE"
      })
  void badField_isRefusedWith2013AndCostsNothing(String fields) throws Exception {
    JsonNode answer = speak(fields.replace("VOICE", VOICE));
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).startsWith("invalid params, ");
    assertThat(answer.get("data").isNull()).isTrue();
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @Test
  void unknownModel_isRefusedWith2013() throws Exception {
    for (String model : new String[] {"", "\"model\":\"speech-9\",", "\"model\":1,"}) {
      JsonNode answer =
          SANDBOX.demo().post("/v1/t2a_v2", "{" + model + "\"text\":\"Hi\"," + VOICE + "}");
      assertThat(Caller.code(answer)).isEqualTo(2013);
    }
  }

  @Test
  void unknownAndMisplacedFields_areIgnored() throws Exception {
    audio(speak("\"text\":\"Hi\",\"text_normalization\":true,\"nonsense\":[{}]," + VOICE));
  }

  @Test
  void textBelowTenThousandCharacters_isTaken_andOfTenThousandIsNot() throws Exception {
    String low = ",\"audio_setting\":{\"format\":\"pcmu_raw\",\"sample_rate\":8000}";
    String most = "a. ".repeat(3333);
    JsonNode taken = speak("\"text\":\"" + most + "\"," + VOICE + low);
    assertThat(taken.at("/extra_info/usage_characters").asInt()).isEqualTo(9999);
    JsonNode refused = speak("\"text\":\"" + most + "b\"," + VOICE + low);
    assertThat(Caller.code(refused)).isEqualTo(2013);
  }

  @Test
  void voiceThatIsUnknownOrDeleted_isRefusedWith2054_aForeignOneWith2042() throws Exception {
    assertThat(Caller.code(SANDBOX.demo().speak("NobodyHere1", "Hi."))).isEqualTo(2054);
    SANDBOX.other().clone("ForeignVoice", "lj.mp3");
    assertThat(Caller.code(SANDBOX.demo().speak("ForeignVoice", "Hi."))).isEqualTo(2042);
    String deletion = "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"ForeignVoice\"}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/delete_voice", deletion))).isEqualTo(2042);
    assertThat(Caller.code(SANDBOX.other().post("/v1/delete_voice", deletion))).isZero();
    assertThat(Caller.code(SANDBOX.other().speak("ForeignVoice", "Hi."))).isEqualTo(2054);
    assertThat(Caller.code(SANDBOX.demo().speak("ForeignVoice", "Hi."))).isEqualTo(2054);
  }

  @Test
  void invisibleCharacters_areRefusedAboveATenth() throws Exception {
    JsonNode tenth = speak("\"text\":\"ninechars\\u200b\"," + VOICE);
    assertThat(tenth.at("/extra_info/invisible_character_ratio").asDouble())
        .isCloseTo(0.1, within(1e-9));
    assertThat(Caller.code(speak("\"text\":\"eightchr\\u200b\"," + VOICE))).isEqualTo(1042);
  }

  @Test
  void triggerWords_areRefusedWith1026And1027() throws Exception {
    assertThat(Caller.code(speak("\"text\":\"some prohibited-content\"," + VOICE))).isEqualTo(1026);
    assertThat(Caller.code(speak("\"text\":\"这是违禁内容\"," + VOICE))).isEqualTo(1026);
    assertThat(Caller.code(speak("\"text\":\"some prohibited-output\"," + VOICE))).isEqualTo(1027);
  }
}
