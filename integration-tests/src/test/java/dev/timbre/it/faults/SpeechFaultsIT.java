package dev.timbre.it.faults;

import static dev.timbre.it.provider.Misfortune.CUT_AFTER;
import static dev.timbre.it.provider.Misfortune.CUT_BEFORE;
import static dev.timbre.it.provider.Misfortune.HALF_BODY;
import static dev.timbre.it.provider.Misfortune.HTML_502;
import static dev.timbre.it.provider.Misfortune.afterWork;
import static dev.timbre.it.provider.Misfortune.code;
import static dev.timbre.it.provider.Misfortune.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OnRunningTimbre
class SpeechFaultsIT {

  /** 20 characters; the bound of its bill is 40 units of the hd model. */
  private static final String TEXT = "Guten Abend zusammen";

  private static final BigDecimal BOUND = new BigDecimal("0.014");

  private static VoiceCase voice;

  private final RunningTimbre timbre;
  private final Provider provider;
  private Company.Client client;
  private int spokenBefore;

  SpeechFaultsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.provider = timbre.provider();
  }

  @BeforeAll
  static void spokenOnce(RunningTimbre timbre) {
    voice = timbre.aDraftVoice().spoken(timbre.company().client("100"));
  }

  @BeforeEach
  void newClient() {
    client = timbre.company().client("100");
    spokenBefore = voice.ledger().speeches();
  }

  @AfterEach
  void asFastAsBefore() {
    timbre.liftRates();
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        arguments("the line is cut after the work", CUT_AFTER, 1),
        arguments("half of the answer comes", HALF_BODY, 1),
        arguments("a proxy answers HTML after the work", afterWork(HTML_502), 1),
        arguments("too late", slow(RunningTimbre.LONGEST_CALL.multipliedBy(2)), 1),
        arguments("the line is cut before the work", CUT_BEFORE, 0),
        arguments("a proxy answers HTML before the work", HTML_502, 0),
        arguments("an unknown error is told", code(1000), 0),
        arguments("an internal error is told", code(1013), 0),
        arguments("an error of no document is told", code(9999), 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknown")
  void nobodyCanTell_endsUnknownHoldsTheMoneyAndIsNeverRepeated(
      String what, Map<String, Object> effect, int charged) {
    provider.next(Provider.SPEAK, effect);
    Timbre once = client.calls().repeatable("first");
    Answer lost = voice.speak(once, TEXT).refusedWith(502, "speech-outcome-unknown");
    String speech = lost.text("speech");
    assertThat(lost.json().path("provider").path("code").asText()).isNotBlank();
    assertUnknown(speech);
    assertThat(voice.ledger().speeches() - spokenBefore).isEqualTo(charged);

    Answer again = voice.speak(once, TEXT).refusedWith(502, "speech-outcome-unknown");
    assertThat(again.text("speech")).isEqualTo(speech);
    assertThat(voice.ledger().speeches() - spokenBefore).isEqualTo(charged);

    Answer anew = voice.speak(client.calls().repeatable("second"), TEXT).expect(200);
    assertThat(anew.header("Timbre-Speech")).isNotEqualTo(speech);
    assertThat(voice.ledger().speeches() - spokenBefore).isEqualTo(charged + 1);
    assertUnknown(speech);
    assertThat(Money.spent(client.month())).isEqualByComparingTo(cost(anew));
    assertThat(voice.ledger().fees()).isOne();
  }

  private void assertUnknown(String speech) {
    JsonNode told = client.calls().get("speeches/" + speech).expect(200).json();
    assertThat(told.path("state").asText()).isEqualTo("unknown");
    assertThat(Money.held(client.month())).isEqualByComparingTo(BOUND);
    client.calls().get("speeches/" + speech + "/audio").refusedWith(404, "speech-without-audio");
    assertThat(voice.audit(speech))
        .hasSize(2)
        .startsWith("speech.speak intended")
        .last()
        .asString()
        .startsWith("speech.speak unknown");
  }

  @Test
  void rateLimitThatPasses_isRepeatedAndChargedOnce() {
    provider.next(Provider.SPEAK, code(1002));
    Answer spoken = voice.speak(client, TEXT).expect(200);
    assertThat(voice.ledger().speeches() - spokenBefore).isOne();
    assertThat(Money.spent(client.month())).isEqualByComparingTo(cost(spoken));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(1002, 3), arguments(1008, 1), arguments(1026, 1), arguments(2049, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusal_costsNothingAndTellsTheRemedy(int code, int times) {
    provider.next(Provider.SPEAK, times, code(code));
    Timbre once = client.calls().repeatable("first");
    Answer failed = voice.speak(once, TEXT).refusedWith(502, "speech-failed");
    JsonNode told = failed.json().path("provider");
    assertThat(told.path("code").asText()).isEqualTo(Integer.toString(code));
    assertThat(told.path("remedy").asText()).isNotBlank();
    assertReleased(failed.text("speech"));

    voice.speak(once, TEXT).refusedWith(502, "speech-failed");
    assertThat(voice.ledger().speeches()).isEqualTo(spokenBefore);
    voice.speak(client, TEXT).expect(200);
  }

  @Test
  void connectionRefused_failsForSureAndReleasesTheMoney() throws IOException {
    timbre.lookForTheProviderAt(nobodyListens());
    Answer failed;
    try {
      failed = voice.speak(client, TEXT);
    } finally {
      timbre.lookForTheProviderAt(provider.address());
    }
    failed.refusedWith(502, "speech-failed");
    assertReleased(failed.text("speech"));
    voice.speak(client, TEXT).expect(200);
  }

  private static URI nobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private void assertReleased(String speech) {
    JsonNode told = client.calls().get("speeches/" + speech).expect(200).json();
    assertThat(told.path("state").asText()).isEqualTo("failed");
    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month())).isZero();
    assertThat(client.calls().get("usage").items()).isEmpty();
  }

  private BigDecimal cost(Answer spoken) {
    String path = "speeches/" + spoken.header("Timbre-Speech");
    return Money.amount(client.calls().get(path).expect(200).json().path("cost"));
  }
}
