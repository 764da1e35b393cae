package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} between intent and outcome: a request hangs at the provider while Timbre dies.
 */
@OnRunningTimbre
class KilledServerIT {

  private static final String TEXT = "Guten Abend.";

  private final RunningTimbre timbre;
  private final Provider provider;
  private final Company company;

  KilledServerIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.provider = timbre.provider();
    this.company = timbre.company();
  }

  @Test
  void killedBeforeTheProviderCloned_endsWithOneClone() throws Exception {
    Misfortune hold = provider.next(Provider.CLONE, Misfortune.HOLD_BEFORE);
    VoiceCase voice = timbre.aDraftVoice().approved();
    hold.awaitHeld();
    timbre.kill();
    timbre.startAgain();
    JsonNode clone = voice.awaitClone("provisional");
    // what hung all the time does its work only now, as a duplicate
    hold.release();
    await().untilAsserted(() -> assertThat(voice.cloneRequests()).hasSizeGreaterThanOrEqualTo(2));
    assertLives(voice, clone);
    assertThat(clone.path("adopted").asBoolean()).isFalse();
    assertThat(voice.ledger().previews()).isZero();
  }

  @Test
  void killedAfterTheProviderCloned_adoptsTheClone() throws Exception {
    Misfortune hold = provider.next(Provider.CLONE, Misfortune.HOLD_AFTER);
    VoiceCase voice = timbre.aDraftVoice().approved();
    hold.awaitHeld();
    timbre.kill();
    hold.release();
    timbre.startAgain();
    JsonNode clone = voice.awaitClone("provisional");
    assertLives(voice, clone);
    assertThat(clone.path("adopted").asBoolean()).isTrue();
    assertThat(voice.audit(clone.path("id").asText())).contains("clone.send done adopted");
  }

  /** The open pages of the console live in one server's memory; the row of the session does not. */
  @Test
  void whoWasSignedIn_signsInAgainAndComesBack() throws Exception {
    String name = "killed-" + UUID.randomUUID().toString().substring(0, 8);
    String password = "nine slow rivers " + UUID.randomUUID();
    Map<String, String> person =
        Map.of("username", name, "displayName", name, "password", password);
    String id = timbre.admin().post("people", person).expect(201).id();
    timbre.admin().post("grants", Map.of("person", id, "role", "curator")).expect(201);
    Browser browser = new Browser(timbre.uri()).signIn(name, password).expectPath("/index.xhtml");
    timbre.kill();
    timbre.startAgain();
    browser.open("/voices.xhtml?state=LIVE").expectPath("/sign-in.xhtml");
    assertThat(browser.address().getQuery()).contains("from=/voices.xhtml?state=LIVE");
    browser.signIn(name, password).open("/voices.xhtml").expectPath("/voices.xhtml");
  }

  /** There is one, it speaks, and it costs one fee. */
  private void assertLives(VoiceCase voice, JsonNode clone) {
    voice.assertClonedExactlyOnce();
    Timbre approver = company.approver().calls();
    approver.post("clones/" + clone.path("id").asText() + "/activation").expect(200);
    voice.decision(approver, "acceptance").expect(200);
    Answer spoken = voice.speak(company.client("100"), TEXT).expect(200);
    assertThat(spoken.header("Timbre-Clone")).isEqualTo(clone.path("id").asText());
    assertThat(voice.ledger().fees()).isOne();
    voice.assertClonedExactlyOnce();
  }

  @Test
  void killedWhileSpeaking_endsUnknownHoldsTheMoneyAndChargesOneFee() throws Exception {
    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    Timbre once = client.calls().repeatable("first");
    Misfortune hold = provider.next(Provider.SPEAK, Misfortune.HOLD_AFTER);
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> voice.speak(once, TEXT));
    hold.awaitHeld();
    timbre.kill();
    hold.release();
    assertThatThrownBy(call::join).isInstanceOf(CompletionException.class);
    timbre.startAgain();

    String speech = onlySpeech(client).path("id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onlySpeech(client).path("state").asText().equals("unknown"));
    assertThat(Money.held(client.month())).isPositive();
    assertThat(Money.spent(client.month())).isZero();
    assertThat(voice.speak(once, TEXT).refusedWith(502, "speech-outcome-unknown").text("speech"))
        .isEqualTo(speech);
    assertThat(voice.ledger().speeches()).isOne();

    voice.speak(client.calls().repeatable("second"), TEXT).expect(200);
    assertThat(voice.ledger().speeches()).isEqualTo(2);
    assertThat(voice.ledger().fees()).isOne();
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");
    assertThat(client.calls().get("usage").items())
        .filteredOn(row -> row.path("unit").asText().equals("voice"))
        .hasSizeLessThanOrEqualTo(1);
  }

  private static JsonNode onlySpeech(Company.Client client) {
    return client.calls().get("speeches").expect(200).items().get(0);
  }

  @Test
  void acknowledgedChanges_surviveTheKill() throws Exception {
    VoiceCase voice = timbre.aDraftVoice().submitted();
    String consent = company.consent();
    timbre.kill();
    timbre.startAgain();
    assertThat(voice.state()).isEqualTo("submitted");
    company.curator().calls().get("consents/" + consent).expect(200);
    assertThat(voice.audit(voice.id())).containsExactly("voice.create done", "voice.submit done");
  }
}
