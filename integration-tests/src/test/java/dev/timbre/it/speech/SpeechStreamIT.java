package dev.timbre.it.speech;

import static dev.timbre.it.provider.Misfortune.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.EventReader;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Money;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Speech that is heard while it is made, and what may happen meanwhile. */
@InLockOrder
class SpeechStreamIT {

  private static final String TEXT =
      "Guten Abend und willkommen. Hier spricht Kerstin. Wir öffnen um neun Uhr."
          + " Bis dahin alles Gute.";

  /** Bytes of audio. */
  private static final int MUCH = 4_000_000;

  private final RunningTimbre timbre;
  private final Provider provider;
  private final Company company;
  private Company.Client client;
  private VoiceCase voice;

  SpeechStreamIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.provider = timbre.provider();
    this.company = timbre.company();
  }

  @BeforeEach
  void aVoiceAndAClient() {
    client = company.client("100");
    voice = timbre.aLiveVoice();
  }

  private EventReader stream(Timbre caller) {
    return caller.events("voices/" + voice.alias() + "/speech", Map.of("text", TEXT));
  }

  private JsonNode onlySpeech() {
    return client.calls().get("speeches").expect(200).items().get(0);
  }

  /** Waits after the first event of the provider until it is released. */
  private Misfortune halfWay() {
    return provider.next(Provider.SPEAK, Map.of("type", "streamStall", "frames", 1));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void wholeStream_isWhatIsStoredAndIsBilledOnce() throws Exception {
    EventReader events = stream(client.calls());
    EventReader.Event started = events.next();
    assertThat(started.name()).isEqualTo("started");
    assertThat(started.data().path("mediaType").asText()).isEqualTo("audio/mpeg");
    EventReader.Event finished = events.afterAudio();
    assertThat(finished.name()).isEqualTo("finished");
    assertThat(events.next()).isNull();

    JsonNode speech = onlySpeech();
    assertThat(speech.path("state").asText()).isEqualTo("spoken");
    assertThat(speech.path("streamed").asBoolean()).isTrue();
    assertThat(speech.path("id").asText()).isEqualTo(started.data().path("speech").asText());
    assertThat(speech.path("audioSha256").asText())
        .isEqualTo(sha256(events.audio()))
        .isEqualTo(finished.data().path("audioSha256").asText());
    String audio = "speeches/" + speech.path("id").asText() + "/audio";
    assertThat(client.calls().get(audio).expect(200).bytes()).isEqualTo(events.audio());
    assertThat(voice.ledger().speeches()).isOne();
    assertThat(voice.ledger().fees()).isOne();
    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month()))
        .isEqualByComparingTo(Money.amount(finished.data().path("cost")));
  }

  @Test
  void callerWhoAsksForNothingSpecial_getsAudio() {
    assertThat(voice.speak(client, TEXT).expect(200).header("Content-Type"))
        .isEqualTo("audio/mpeg");
    assertThat(voice.speak(client.calls().with("Accept", "*/*"), TEXT).header("Content-Type"))
        .isEqualTo("audio/mpeg");
  }

  @Test
  void firstAudio_comesBeforeTheProviderIsDone() {
    Misfortune stall = halfWay();
    EventReader events = stream(client.calls());
    assertThat(events.next().name()).isEqualTo("started");
    assertThat(events.next().name()).isEqualTo("audio");
    assertThat(onlySpeech().path("state").asText()).isEqualTo("reserved");
    stall.release();
    assertThat(events.afterAudio().name()).isEqualTo("finished");
  }

  @Test
  void repeatedKey_answersFromTheStoreInEitherForm() {
    Timbre once = client.calls().repeatable("first");
    EventReader first = stream(once);
    first.next();
    String speech = first.afterAudio().data().path("speech").asText();
    EventReader again = stream(once);
    again.next();
    EventReader.Event finished = again.afterAudio();
    assertThat(finished.name()).isEqualTo("finished");
    assertThat(finished.data().path("speech").asText()).isEqualTo(speech);
    assertThat(again.audio()).isEqualTo(first.audio());
    assertThat(voice.speak(once, TEXT).expect(200).bytes()).isEqualTo(first.audio());
    assertThat(voice.ledger().speeches()).isOne();
  }

  @Test
  void consentWithdrawnInMidStream_stopsAtTheNextPieceAndBooksTheBill() {
    Misfortune stall = halfWay();
    EventReader events = stream(client.calls());
    events.next();
    assertThat(events.next().name()).isEqualTo("audio");
    int heard = events.audio().length;
    company
        .curator()
        .calls()
        .post("consents/" + voice.consent() + "/withdrawal", Map.of())
        .expect(200);
    stall.release();
    EventReader.Event failed = events.next();
    assertThat(failed.name()).isEqualTo("failed");
    assertThat(failed.data().path("code").asText()).isEqualTo("consent-withdrawn");
    assertThat(events.next()).isNull();
    assertThat(events.audio()).hasSize(heard);
    assertStopped("consent-withdrawn");
  }

  @Test
  void voiceSuspendedInMidStream_stopsAtTheNextPiece() {
    Misfortune stall = halfWay();
    EventReader events = stream(client.calls());
    events.next();
    events.next();
    company
        .approver()
        .calls()
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "A complaint."))
        .expect(200);
    stall.release();
    assertThat(events.next().data().path("code").asText()).isEqualTo("voice-not-live");
    assertStopped("voice-not-live");
  }

  /** Charged, so booked; but nothing more is handed out. */
  private void assertStopped(String code) {
    await().until(() -> onlySpeech().path("state").asText().equals("spoken"));
    JsonNode speech = onlySpeech();
    assertThat(speech.path("withheld").asText()).isEqualTo(code);
    assertThat(Money.held(client.month())).isZero();
    assertThat(Money.spent(client.month())).isPositive();
    assertThat(voice.ledger().speeches()).isOne();
    String id = speech.path("id").asText();
    client.calls().get("speeches/" + id + "/audio").refusedWith(403, code);
    assertThat(voice.audit(id))
        .containsExactly("speech.speak intended", "speech.speak done " + code);
  }

  @Test
  void callerWhoHangsUp_losesNeitherBillNorAudio() {
    Misfortune stall = halfWay();
    EventReader events = stream(client.calls());
    events.next();
    assertThat(events.next().name()).isEqualTo("audio");
    events.close();
    stall.release();
    await().until(() -> onlySpeech().path("state").asText().equals("spoken"));
    JsonNode speech = onlySpeech();
    assertThat(speech.path("withheld").isMissingNode()).isTrue();
    assertThat(Money.spent(client.month())).isEqualByComparingTo(Money.amount(speech.path("cost")));
    byte[] audio = client.calls().get("speeches/" + speech.path("id").asText() + "/audio").bytes();
    assertThat(audio.length).isGreaterThan(events.audio().length);
  }

  /** Two minutes of uncompressed audio, far more than the lines between them hold. */
  @Test
  void callerWhoListensOnlyAfterTheEnd_hearsEveryByte() throws Exception {
    Map<String, String> script = Map.of("text", (TEXT + " ").repeat(20).strip(), "format", "pcm");
    EventReader events = client.calls().events("voices/" + voice.alias() + "/speech", script);
    assertThat(events.next().name()).isEqualTo("started");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onlySpeech().path("state").asText().equals("spoken"));
    assertThat(events.audio()).isEmpty();

    EventReader.Event finished = events.afterAudio();

    assertThat(finished.name()).isEqualTo("finished");
    assertThat(events.next()).isNull();
    assertThat(events.audio()).hasSizeGreaterThan(MUCH);
    JsonNode speech = onlySpeech();
    assertThat(sha256(events.audio())).isEqualTo(speech.path("audioSha256").asText());
    assertThat(speech.path("withheld").isMissingNode()).isTrue();
    String audio = "speeches/" + speech.path("id").asText() + "/audio";
    assertThat(client.calls().get(audio).expect(200).bytes()).isEqualTo(events.audio());
    assertThat(Money.held(client.month())).isZero();
    assertThat(voice.ledger().speeches()).isOne();
  }

  @Test
  void providerThatCutsTheStream_leavesTheOutcomeUnknown() {
    provider.next(Provider.SPEAK, Map.of("type", "streamCut", "frames", 1));
    assertUnknown();
  }

  @Test
  void providerThatStalls_leavesTheOutcomeUnknown() {
    halfWay();
    assertUnknown();
  }

  @Test
  void providerThatRefusesInMidStream_leavesTheOutcomeUnknown() {
    provider.next(
        Provider.SPEAK,
        Map.of("type", "streamError", "frames", 1, "code", 1000, "message", "internal"));
    assertUnknown();
  }

  private void assertUnknown() {
    EventReader events = stream(client.calls().repeatable("lost"));
    events.next();
    EventReader.Event failed = events.afterAudio();
    assertThat(failed.name()).isEqualTo("failed");
    assertThat(failed.data().path("code").asText()).isEqualTo("speech-outcome-unknown");
    assertThat(failed.data().path("provider").path("code").asText()).isNotBlank();
    assertThat(onlySpeech().path("state").asText()).isEqualTo("unknown");
    assertThat(Money.held(client.month())).isPositive();
    assertThat(Money.spent(client.month())).isZero();
    voice.speak(client.calls().repeatable("lost"), TEXT).refusedWith(502, "speech-outcome-unknown");
  }

  @Test
  void refusalBeforeTheFirstPiece_isAnOrdinaryProblem() {
    provider.next(Provider.SPEAK, code(1008));
    ask(Map.of("text", TEXT)).refusedWith(502, "speech-failed");
    assertThat(Money.held(client.month())).isZero();
    ask(Map.of("text", TEXT, "format", "wav")).refusedWith(422, "speech-format-not-streamed");
    ask(Map.of("text", "")).refusedWith(422, "text-missing");
  }

  private Answer ask(Map<String, String> script) {
    return client
        .calls()
        .with("Accept", "text/event-stream")
        .post("voices/" + voice.alias() + "/speech", script);
  }

  @Test
  void serverKilledInMidStream_endsUnknownAndHoldsTheMoney() throws Exception {
    Misfortune stall = halfWay();
    EventReader events = stream(client.calls());
    events.next();
    assertThat(events.next().name()).isEqualTo("audio");
    timbre.kill();
    stall.release();
    timbre.startAgain();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onlySpeech().path("state").asText().equals("unknown"));
    assertThat(Money.held(client.month())).isPositive();
    assertThat(Money.spent(client.month())).isZero();
  }
}
