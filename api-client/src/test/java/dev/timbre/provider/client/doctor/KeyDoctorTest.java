package dev.timbre.provider.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.Timeouts;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.doctor.KeyDoctor.Question;
import dev.timbre.provider.client.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key shown to a place that answers as the contract says, or as something else would. */
class KeyDoctorTest {

  private static final String DONE =
      "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final String LISTED =
      "{\"voice_cloning\":[],\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final KeyDoctor doctor = new KeyDoctor(Timeouts.defaults());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    answers.put("/v1/get_voice", LISTED);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().toString();
    asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + path);
    String text = answers.getOrDefault(path, "404 page not found");
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Trace-Id", "06ab12cd34ef56780a1b2c3d4e5f6071");
    exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Place place(Dialect dialect) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Place("Here", base, dialect);
  }

  private Diagnosis diagnosed(String key, Optional<String> group, boolean cloning) {
    Question question =
        new Question(ApiKey.of(key), group, List.of(place(Dialect.MINIMAX)), cloning);
    return doctor.examine(question).diagnoses().get(0);
  }

  private Diagnosis diagnosed(String key) {
    return diagnosed(key, Optional.empty(), false);
  }

  private static String refusal(int code) {
    return "{\"base_resp\":{\"status_code\":%d,\"status_msg\":\"no\"}}".formatted(code);
  }

  private static String balance(String amount) {
    return "{\"available_amount\":\"%s\",\"base_resp\":{\"status_code\":0}}".formatted(amount);
  }

  private static String plan(String models) {
    return "{\"model_remains\":%s,\"base_resp\":{\"status_code\":0}}".formatted(models);
  }

  @Test
  void keyThatListsVoices_fitsAndSaysBaseUrlAndDialect() {
    Diagnosis diagnosis = diagnosed("sk-api-good");

    assertThat(diagnosis.verdict()).isEqualTo(Verdict.FITS);
    assertThat(diagnosis.explanation()).contains("http://127.0.0.1").contains("dialect minimax");
  }

  @ParameterizedTest
  @CsvSource({
    "2049, UNKNOWN_KEY, region",
    "1004, NOT_RECOGNISED, malformed",
    "1008, NO_MONEY, balance",
    "1002, FITS_BUT_HELD, 1002",
    "2056, FITS_BUT_HELD, 2056"
  })
  void refusal_isTheVerdictThatItsCodeStandsFor(int code, Verdict verdict, String word) {
    answers.put("/v1/get_voice", refusal(code));

    Diagnosis diagnosis = diagnosed("sk-api-key");

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.code()).contains(new ErrorCode(code));
    assertThat(diagnosis.traceId()).contains("06ab12cd34ef56780a1b2c3d4e5f6071");
    assertThat(diagnosis.explanation()).contains(word).doesNotContain("sk-api-key");
  }

  @Test
  void groupOfAnotherAccount_isToldFromABadKey() {
    answers.put("/v1/get_voice?GroupId=17", refusal(1004));

    assertThat(diagnosed("sk-api-good", Optional.of("17"), false).verdict())
        .isEqualTo(Verdict.WRONG_GROUP);
  }

  @Test
  void badKeyWithAGroup_isNotBlamedOnTheGroup() {
    answers.put("/v1/get_voice", refusal(1004));
    answers.put("/v1/get_voice?GroupId=17", refusal(1004));

    assertThat(diagnosed("sk-api-bad", Optional.of("17"), false).verdict())
        .isEqualTo(Verdict.NOT_RECOGNISED);
  }

  @Test
  void accountThatMayNotClone_isFoundWithoutAClone() {
    answers.put("/v1/voice_clone", refusal(2038));

    assertThat(diagnosed("sk-api-good", Optional.empty(), true).verdict())
        .isEqualTo(Verdict.MAY_NOT_CLONE);
    assertThat(diagnosed("sk-api-good").verdict()).isEqualTo(Verdict.FITS);
  }

  @Test
  void accountThatMayClone_refusesOnlyTheFileThatIsNone() {
    answers.put("/v1/voice_clone", refusal(2013));

    assertThat(diagnosed("sk-api-good", Optional.empty(), true).verdict()).isEqualTo(Verdict.FITS);
  }

  @Test
  void subscriptionKeyWithMoneyOnTheBalance_isPointedToTheOtherPurse() {
    answers.put("/account/query_balance", balance("120.50"));
    answers.put("/v1/token_plan/remains", plan("[]"));

    Diagnosis diagnosis = diagnosed("sk-cp-key");

    assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_MONEY);
    assertThat(diagnosis.explanation()).contains("120.50").contains("pay-as-you-go");
  }

  @Test
  void payAsYouGoKeyWithASubscriptionOnly_isPointedToTheOtherPurse() {
    answers.put("/account/query_balance", balance("0.00"));
    answers.put(
        "/v1/token_plan/remains",
        plan("[{\"model_name\":\"MiniMax-M3\",\"current_interval_total_count\":1500}]"));

    Diagnosis diagnosis = diagnosed("sk-api-key");

    assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_MONEY);
    assertThat(diagnosis.explanation()).contains("sk-cp-");
  }

  @Test
  void moneyThatTheProviderDoesNotTell_isNoEmptyPurse() {
    answers.put("/account/query_balance", DONE);

    assertThat(diagnosed("sk-api-key").verdict()).isEqualTo(Verdict.FITS);
    assertThat(diagnosed("sk-cp-key").verdict()).isEqualTo(Verdict.FITS);
  }

  @Test
  void somethingElse_isNotThisApi() {
    answers.remove("/v1/get_voice");

    assertThat(diagnosed("sk-api-key").verdict()).isEqualTo(Verdict.NOT_THIS_API);
  }

  @Test
  void nobody_isUnreachable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Place nowhere = new Place("Nowhere", URI.create("http://127.0.0.1:" + free), Dialect.MINIMAX);

    KeyReport report =
        doctor.examine(
            new Question(
                ApiKey.of("sk-api-key"),
                Optional.empty(),
                List.of(nowhere, place(Dialect.MINIMAX)),
                false));

    assertThat(report.diagnoses().get(0).verdict()).isEqualTo(Verdict.UNREACHABLE);
    assertThat(report.best().orElseThrow().place().name()).isEqualTo("Here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiping", "hingnet", "dmxapi"})
  void resellersKey_isAskedInTheResellersOwnWay(String name) {
    answers.put("/v1/audio/minimax/voices/list", LISTED);
    answers.put("/minimaxi/v1/files/retrieve?file_id=1", refusal(2013));
    answers.put("/v1/models", "{\"object\":\"list\",\"data\":[{\"id\":\"MiniMax-M3\"}]}");
    Dialect dialect = Dialect.all().stream().filter(d -> d.name().equals(name)).findAny().get();

    KeyReport report =
        doctor.examine(
            new Question(
                ApiKey.of("sk-reseller"), Optional.of("17"), List.of(place(dialect)), true));

    assertThat(report.best().orElseThrow().verdict()).as("%s", report).isEqualTo(Verdict.FITS);
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).startsWith(dialect.authorization("sk-reseller") + " ");
  }

  @Test
  void key_isShownToTheNamedPlacesOnly() {
    doctor.examine(new Question(ApiKey.of("sk-api-key"), Optional.empty(), List.of(), true));

    assertThat(asked).isEmpty();
    assertThat(Place.official()).extracting(Place::dialect).containsOnly(Dialect.MINIMAX);
  }
}
