package dev.timbre.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbacksTest {
  private World world;
  private Callbacks callbacks;
  private CallbackReceiver receiver;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    world = new World(directory, List.of(), Clock.systemUTC());
    callbacks = new Callbacks(world);
    receiver = new CallbackReceiver();
  }

  @AfterEach
  void stop() throws IOException {
    callbacks.close();
    receiver.close();
    world.close();
  }

  private static JsonNode news(int number) {
    return JsonNodeFactory.instance.objectNode().set("n", IntNode.valueOf(number));
  }

  private List<Integer> numbers() {
    return receiver.news().stream().map(n -> n.get("n").intValue()).toList();
  }

  @Test
  void receiverThatEchoes_passes() {
    assertThatCode(() -> callbacks.verify(receiver.url())).doesNotThrowAnyException();
    assertThat(receiver.received()).hasSize(1);
    assertThat(receiver.received().get(0).get("challenge").asText()).hasSize(32);
    SentCallback sent = callbacks.all().get(0);
    assertThat(sent.kind()).isEqualTo(SentCallback.Kind.CHALLENGE);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.arrived()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "not JSON", "{\"challenge\":\"another\"}", "[]"})
  void receiverThatEchoesSomethingElse_isRefused(String answer) {
    receiver.answer(body -> answer);
    assertRefused(receiver.url(), "does not repeat the challenge");
    assertThat(callbacks.all().get(0).arrived()).isFalse();
  }

  @Test
  void receiverWithAnErrorStatus_isRefused() {
    receiver.answerStatuses(500);
    assertRefused(receiver.url(), "HTTP status 500");
  }

  @Test
  void silentReceiver_isRefused() {
    receiver.fallSilent();
    assertRefused(receiver.url(), "no answer within 3 s");
    assertThat(callbacks.all().get(0).status()).isNull();
  }

  @Test
  void receiverThatDoesNotEndItsAnswer_isRefused_andNoThreadIsLostToIt() {
    receiver.stall();
    assertRefused(receiver.url(), "no answer within 3 s");
    receiver.recover();
    assertThatCode(() -> callbacks.verify(receiver.url())).doesNotThrowAnyException();
  }

  @Test
  void missingReceiver_isRefused() {
    String url = receiver.url();
    receiver.close();
    assertRefused(url, "cannot be reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://127.0.0.1/x", "file:///etc/hosts", "/relative", "http:", "a b"})
  void otherThanWebAddress_isRefusedUnasked(String url) {
    assertRefused(url, "callback_url");
    assertThat(callbacks.all()).isEmpty();
  }

  private void assertRefused(String url, String why) {
    assertThatThrownBy(() -> callbacks.verify(url))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(2013))
        .hasMessageContaining(why);
  }

  @Test
  void newsOfOneAddress_arriveInTheirOrder() {
    IntStream.range(0, 50).forEach(i -> callbacks.notify(receiver.url(), news(i)));
    await().until(() -> numbers().size() == 50);
    assertThat(numbers()).isEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void failedNews_isSentAgain_beforeTheNext() {
    receiver.answerStatuses(503, 302);
    callbacks.notify(receiver.url(), news(1));
    callbacks.notify(receiver.url(), news(2));
    await().until(() -> callbacks.all().stream().filter(SentCallback::arrived).count() == 2);
    assertThat(numbers()).containsExactly(1, 1, 1, 2);
    assertThat(callbacks.all()).extracting(SentCallback::attempt).containsExactly(1, 2, 3, 1);
    assertThat(callbacks.all())
        .extracting(SentCallback::status)
        .containsExactly(503, 302, 200, 200);
  }

  @Test
  void closing_sendsNothingMore() {
    callbacks.close();
    callbacks.notify(receiver.url(), news(1));
    assertThat(receiver.received()).isEmpty();
    assertThat(callbacks.all()).isEmpty();
  }

  @Test
  void bodyChangedLater_isSentAsItWas() {
    var body = JsonNodeFactory.instance.objectNode().put("n", 1);
    callbacks.notify(receiver.url(), body);
    body.put("n", 2);
    await().until(() -> numbers().equals(List.of(1)));
  }
}
