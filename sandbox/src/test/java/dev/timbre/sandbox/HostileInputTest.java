package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is an envelope with a code, never a stack trace. */
class HostileInputTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final String[] JSON_OPERATIONS = {
    "/v1/voice_clone", "/v1/t2a_v2", "/v1/get_voice", "/v1/delete_voice", "/v1/files/delete"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "17",
        "\"text\"",
        "[]",
        "[{}]",
        "{",
        "{\"a\":}",
        "{}{}",
        "{'a':1}",
        "{\"a\":1}garbage",
        "\u0000",
        "{\"file_id\":NaN}",
        "<xml/>",
        "{\"file_id\":1e999999999,\"voice_id\":{},\"text\":[]}",
        "{\"model\":{},\"text\":{},\"voice_type\":{},\"purpose\":{}}"
      })
  void nonsenseBody_isRefusedWith2013Everywhere(String body) throws Exception {
    for (String path : JSON_OPERATIONS) {
      JsonNode answer = SANDBOX.demo().post(path, body);
      assertThat(Caller.code(answer)).as(path).isEqualTo(2013);
    }
  }

  @Test
  void deepNesting_isRefusedWith2013() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/t2a_v2", deep))).isEqualTo(2013);
  }

  @Test
  void hugeNumber_isRefusedWith2013() throws Exception {
    String huge = "{\"file_id\":" + "9".repeat(100_000) + ",\"voice_id\":\"GoodVoice1\"}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/voice_clone", huge))).isEqualTo(2013);
  }

  @Test
  void hugeExponent_isRefusedWith2013() throws Exception {
    String huge =
        "{\"model\":\"speech-2.8-hd\",\"text\":\"Hi\",\"voice_setting\":"
            + "{\"voice_id\":\"female-yujie\",\"speed\":1e2000000000}}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/t2a_v2", huge))).isEqualTo(2013);
  }

  @Test
  void bodyAboveFourMebibytes_isRefusedWith2013() throws Exception {
    byte[] body = new byte[(4 << 20) + 1];
    HttpResponse<byte[]> response = SANDBOX.demo().postRaw("/v1/t2a_v2", "application/json", body);
    assertThat(Caller.code(Caller.read(response))).isEqualTo(2013);
  }

  @Test
  void loneSurrogateAndControlCharacters_areSpokenOrRefusedButNeverFail() throws Exception {
    for (String text : new String[] {"\\ud800", "a\\u0000b", "\\udc00\\ud800 x", "\\uffff"}) {
      int code = Caller.code(SANDBOX.demo().speak("female-yujie", text));
      assertThat(code).as(text).isIn(0, 1042);
    }
  }

  @Test
  void textWithNothingToSay_givesAShortSilence() throws Exception {
    for (String text : new String[] {"...", "!?", " ", "，。", "🙂"}) {
      JsonNode answer = SANDBOX.demo().speak("female-yujie", text);
      assertThat(Caller.code(answer)).as(text).isZero();
      assertThat(answer.at("/extra_info/audio_length").asInt()).isPositive();
    }
  }

  @Test
  void randomPrintableText_isAlwaysSpoken() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = random.nextInt(30); n > 0; n--) {
        int kind = random.nextInt(3);
        int from = kind == 0 ? 0x21 : kind == 1 ? 0x4E00 : 0xC0;
        text.appendCodePoint(from + random.nextInt(0x5D));
      }
      String json = text.toString().replace("\\", "/").replace("\"", "'").replace("<#", "");
      assertThat(Caller.code(SANDBOX.demo().speak("female-yujie", json))).as(json).isZero();
    }
  }

  @Test
  void tooManyPauses_areRefusedBeforeTheyFillTheMemory() throws Exception {
    String text = "a<#99.99#>".repeat(900) + "b";
    assertThat(Caller.code(SANDBOX.demo().speak("female-yujie", text))).isEqualTo(2013);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_media/",
        "/_media/journal.jsonl",
        "/_media/..%2fjournal.jsonl",
        "/_media/x?Expires=1&Signature=00",
        "/_media/file-1?Expires=9999999999&Signature=",
        "/_media/x?Expires=99999999999999999999&Signature=00"
      })
  void forgedMediaPath_isForbidden(String path) throws Exception {
    Caller anonymous = SANDBOX.control();
    assertThat(anonymous.send(anonymous.to(path).GET()).statusCode()).isEqualTo(403);
  }

  @Test
  void unknownControlPath_is404_andBadControlBody400() throws Exception {
    Caller control = SANDBOX.control();
    assertThat(control.send(control.to("/_sandbox/nothing").GET()).statusCode()).isEqualTo(404);
    assertThat(control.send(control.to("/_sandbox/faults/f99").DELETE()).statusCode())
        .isEqualTo(404);
    for (String path : new String[] {"clock", "accounts", "settings"}) {
      byte[] wrong = "{\"advanceSeconds\":-1,\"largeIds\":3}".getBytes(StandardCharsets.UTF_8);
      assertThat(control.postRaw("/_sandbox/" + path, "application/json", wrong).statusCode())
          .as(path)
          .isEqualTo(400);
    }
  }
}
