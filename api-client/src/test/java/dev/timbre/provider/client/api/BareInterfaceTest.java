package dev.timbre.provider.client.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.voice.VoiceQuery;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interfaces bring their own providers, so that a MicroProfile runtime can inject them. */
class BareInterfaceTest {

  private HttpServer server;
  private volatile String answer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/get_voice",
        exchange -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private VoicesApi voices() {
    return RestClientBuilder.newBuilder()
        .baseUri(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .build(VoicesApi.class);
  }

  @Test
  void answer_isTyped() {
    answer =
        "{\"voice_cloning\":[{\"voice_id\":\"AnnaHost01\"}],\"base_resp\":{\"status_code\":0}}";
    try (VoicesApi voices = voices()) {
      assertThat(voices.list(new VoiceQuery(VoiceType.CLONED)).voices()).hasSize(1);
    }
  }

  @Test
  void refusal_isTheCauseOfWhatIsThrown() {
    answer = "{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"login fail\"}}";
    try (VoicesApi voices = voices()) {
      assertThatThrownBy(() -> voices.list(new VoiceQuery(VoiceType.CLONED)))
          .rootCause()
          .isInstanceOfSatisfying(
              ProviderRefused.class,
              refused -> assertThat(refused.code()).contains(new ErrorCode(1004)));
    }
  }
}
