package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String LIST = "{\"voice_type\":\"all\"}";

  @Test
  void missingHeader_isRefusedWith1004UnderHttp200() throws Exception {
    var answer = SANDBOX.control().post("/v1/get_voice", LIST);
    assertThat(Caller.code(answer)).isEqualTo(1004);
    assertThat(Caller.message(answer)).contains("login fail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-api-sandbox-demo", "Basic abc", "Bearer ", "bearer"})
  void malformedHeader_isRefusedWith1004(String header) throws Exception {
    Caller anonymous = SANDBOX.control();
    var request =
        anonymous
            .to("/v1/get_voice")
            .header("Authorization", header)
            .POST(BodyPublishers.ofString(LIST));
    assertThat(Caller.code(Caller.read(anonymous.send(request)))).isEqualTo(1004);
  }

  @Test
  void unknownKey_isRefusedWith2049() throws Exception {
    var answer = SANDBOX.withKey("sk-api-nobody").post("/v1/get_voice", LIST);
    assertThat(Caller.code(answer)).isEqualTo(2049);
    assertThat(Caller.message(answer)).isEqualTo("invalid api key");
  }

  @Test
  void unknownKey_isRefusedAlsoWhereBytesAreAsked() throws Exception {
    var answer = SANDBOX.withKey("sk-api-nobody").get("/v1/files/retrieve_content?file_id=1");
    assertThat(Caller.code(answer)).isEqualTo(2049);
  }

  @Test
  void groupId_isIgnoredUntilTheSwitchIsOn() throws Exception {
    String foreign = "/v1/get_voice?GroupId=1700000000000000002";
    assertThat(Caller.code(SANDBOX.demo().post(foreign, LIST))).isZero();

    SANDBOX.control().post("/_sandbox/settings", "{\"checkGroupId\":true}");
    assertThat(Caller.code(SANDBOX.demo().post(foreign, LIST))).isEqualTo(1004);
    assertThat(Caller.code(SANDBOX.other().post(foreign, LIST))).isZero();
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isZero();
  }

  @Test
  void unknownPath_isPlainText404() throws Exception {
    Caller demo = SANDBOX.demo();
    for (String path : new String[] {"/", "/v1/nothing", "/v1/t2a_v2/", "/v2/t2a_v2"}) {
      HttpResponse<byte[]> response = demo.send(demo.to(path).POST(BodyPublishers.ofString("{}")));
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(new String(response.body(), StandardCharsets.UTF_8))
          .isEqualTo("404 page not found");
    }
  }

  @Test
  void everyAnswer_carriesATraceIdOfItsOwn() throws Exception {
    Caller demo = SANDBOX.demo();
    String first = traceOf(demo.send(demo.to("/v1/files/list").GET()));
    String second = traceOf(demo.send(demo.to("/v1/files/list").GET()));
    assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
  }

  @Test
  void keys_areShownNowhereInTheControlInterface() throws Exception {
    SANDBOX.demo().get("/v1/files/list");
    Caller control = SANDBOX.control();
    for (String path : new String[] {"state", "requests", "ledger", "faults"}) {
      assertThat(control.get("/_sandbox/" + path).toString())
          .doesNotContain(SandboxConfig.DEMO_KEY, SandboxConfig.OTHER_KEY, "mediaSecret");
    }
  }

  private static String traceOf(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Trace-Id").orElseThrow();
  }
}
