package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.transport.TrafficLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key goes to the provider and nowhere else. */
class RedactionTest {

  private static final String KEY = StubProvider.KEY;

  @Test
  void key_isMaskedWhereverItIsPrinted() {
    ApiKey key = ApiKey.of(KEY);
    ProviderEndpoint endpoint = StubProvider.endpoint(URI.create("https://api.minimax.io"));

    assertThat(key).hasToString("ApiKey[***]");
    assertThat(endpoint.toString()).contains("api.minimax.io").doesNotContain(KEY);
    assertThat(key).isEqualTo(ApiKey.of(" " + KEY + "\n")).isNotEqualTo(ApiKey.of("other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\nbreak-secret", "schlüssel-secret"})
  void keyThatFitsNoHeader_isRefusedWithoutBeingShown(String key) {
    assertThatThrownBy(() -> ApiKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "authorization",
        "AUTHORIZATION",
        "aUTHORIZATION",
        "X-Api-Key",
        "Proxy-Authorization",
        "Set-Cookie",
        "COOKIE"
      })
  void secretHeaders_areMaskedInAnyCase(String name) {
    assertThat(TrafficLog.redacted(Map.of(name, List.of("Bearer " + KEY), "Accept", List.of("a"))))
        .containsEntry(name, "***")
        .containsEntry("Accept", "a");
  }

  @ParameterizedTest
  @EnumSource
  void refusalThatEchoesTheKey_isMasked(EachOperation each) {
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      provider.answers(
          "{\"base_resp\":{\"status_code\":2049,\"status_msg\":\"invalid api key " + KEY + "\"}}");

      ProviderException failure =
          catchThrowableOfType(ProviderException.class, () -> each.callOn(client));

      assertThat(failure).hasMessageContaining("2049").hasMessageContaining("***");
      assertThat(stackTrace(failure)).doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void gatewayPageThatEchoesTheKey_isMaskedAlsoWhereItIsCut(EachOperation each) {
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      provider.answers(500, "text/html", KEY + " " + ".".repeat(170) + " " + KEY + " end");

      ProviderException failure =
          catchThrowableOfType(ProviderException.class, () -> each.callOn(client));

      assertThat(failure).hasMessageContaining("***");
      assertThat(stackTrace(failure)).doesNotContain(KEY.substring(0, 6));
    }
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void trafficLog_showsCallsWithoutKeysBodiesAndSignatures() {
    ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    Logger logger = Logger.getLogger(TrafficLog.class.getName());
    Handler handler = collector(lines);
    logger.addHandler(handler);
    logger.setLevel(Level.ALL);
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      provider.answers("{\"data\":{\"audio\":\"00ff00ff\"},\"base_resp\":{\"status_code\":0}}");

      EachOperation.SPEAK.callOn(client);
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }
    String log = String.join("\n", lines);
    assertThat(log)
        .contains("POST http://127.0.0.1:")
        .contains("Authorization=***")
        .contains(StubProvider.TRACE_ID)
        .doesNotContain(KEY)
        .doesNotContain("Hello.")
        .doesNotContain("00ff00ff");
  }

  private static Handler collector(ConcurrentLinkedQueue<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
      }

      @Override
      public void flush() {
        // nothing is buffered
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "https:///v1",
        "/v1",
        "https://key:secret@a.example",
        "https://a.example?key=secret",
        "https://a.example#secret"
      })
  void baseThatIsNoBareWebAddress_isRefusedWithoutBeingShown(String base) {
    assertThatThrownBy(
            () ->
                new ProviderEndpoint(
                    URI.create(base), ApiKey.of(KEY), Optional.empty(), Timeouts.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
