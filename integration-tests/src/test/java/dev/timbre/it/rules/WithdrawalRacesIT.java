package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Hold;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.InLockOrder;
import dev.timbre.it.system.RunningTimbre;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A withdrawal is never given up, whatever else is decided at that moment. */
@InLockOrder
class WithdrawalRacesIT {

  private static final int ROUNDS = 4;

  private final RunningTimbre timbre;
  private Company company;
  private Timbre curator;
  private Timbre approver;

  WithdrawalRacesIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void aCompany() {
    company = Company.founded(timbre.admin());
    curator = company.curator().calls();
    approver = company.approver().calls();
  }

  /** What somebody decides about a voice, or does with it. */
  private enum Deed {
    ACTIVATION("voice"),
    LAPSE("clone"),
    SPEECH("voice"),
    SUSPENSION("voice");

    /** Of the row that it locks first. */
    final String table;

    Deed(String table) {
      this.table = table;
    }
  }

  /** How the consent ends under it. */
  private enum End {
    WITHDRAWAL,
    ERASURE
  }

  static Stream<Arguments> meetings() {
    return Stream.of(Deed.values())
        .flatMap(
            deed ->
                Stream.of(End.values())
                    .flatMap(
                        end ->
                            Stream.of(true, false).map(first -> Arguments.of(deed, end, first))));
  }

  /** Both wait for the same row, in either order, and go on one after the other. */
  @ParameterizedTest
  @MethodSource("meetings")
  void deedAndEnd_thatMeetAtARow_bothComeToTheirEnd(Deed deed, End end, boolean deedFirst)
      throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
    Supplier<Answer> first = deedFirst ? doing(deed, voice) : ending(end, voice);
    Supplier<Answer> second = deedFirst ? ending(end, voice) : doing(deed, voice);

    String row = deed.table.equals("voice") ? voice.id() : voice.newestClone().path("id").asText();

    List<Answer> answers = meeting(deed.table, row, first, second);

    Answer ended = answers.get(deedFirst ? 1 : 0);
    Answer done = answers.get(deedFirst ? 0 : 1);
    assertThat(ended.status()).as("%s", answers).isEqualTo(end == End.ERASURE ? 202 : 200);
    assertThat(done.status()).as("%s", answers).isIn(200, 403, 409);
    voice.awaitClone(gone -> gone.path("state").asText().equals("deleted"));
  }

  /** The outcome of the first speech already has its own row when it comes to the clone. */
  @Test
  void firstSpeechThatMeetsAWithdrawalAtItsClone_isBookedAndTheWithdrawalStands()
      throws SQLException {
    VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
    String clone = voice.newestClone().path("id").asText();

    List<Answer> answers =
        meeting("clone", clone, doing(Deed.SPEECH, voice), ending(End.WITHDRAWAL, voice));

    assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(200);
    assertThat(voice.ledger().fees()).isOne();
    assertThat(voice.state()).isEqualTo("suspended");
    voice.awaitClone(gone -> gone.path("state").asText().equals("deleted"));
  }

  /** The recorder sees in which order their clones, and what is found about these, are locked. */
  @Test
  void consentOfSeveralVoices_endsForAllOfThem() {
    String consent = company.consent();
    List<String> voices =
        Stream.generate(() -> company.draft(company.newAlias(), consent))
            .limit(3)
            .map(draft -> curator.post("voices", draft).expect(201).id())
            .toList();
    voices.forEach(this::liven);

    curator.post("consents/" + consent + "/withdrawal", Map.of()).expect(200);

    for (String voice : voices) {
      assertThat(curator.get("voices/" + voice).text("state")).isEqualTo("suspended");
      await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> clone(voice).path("state").asText().equals("deleted"));
    }
  }

  private void liven(String voice) {
    curator.post("voices/" + voice + "/submission", Map.of()).expect(200);
    approver.post("voices/" + voice + "/approval", Map.of()).expect(200);
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> clone(voice).path("preview").asText().equals("stored"));
    approver.post("voices/" + voice + "/acceptance", Map.of()).expect(200);
  }

  private JsonNode clone(String voice) {
    return approver.get("voices/" + voice + "/clones").expect(200).items().get(0);
  }

  /** Both begin while a row is held, the second once the first waits; then it is let go. */
  private List<Answer> meeting(
      String table, String id, Supplier<Answer> first, Supplier<Answer> second)
      throws SQLException {
    String row = "select 1 from " + table + " where id = '" + id + "' for no key update";
    CompletableFuture<Answer> one;
    CompletableFuture<Answer> other;
    try (Hold hold = new Hold(timbre.database().asOwner(), row)) {
      one = CompletableFuture.supplyAsync(first);
      hold.awaitWaiting(1);
      other = CompletableFuture.supplyAsync(second);
      hold.awaitWaiting(2);
    }
    return List.of(one.join(), other.join());
  }

  private Supplier<Answer> doing(Deed deed, VoiceCase voice) {
    String clone = "clones/" + voice.newestClone().path("id").asText();
    Company.Client client = company.client("100");
    return switch (deed) {
      case ACTIVATION -> () -> approver.post(clone + "/activation");
      case LAPSE -> () -> approver.post(clone + "/lapse", Map.of());
      case SPEECH -> () -> voice.speak(client, "Guten Tag.");
      case SUSPENSION ->
          () -> approver.post("voices/" + voice.id() + "/suspension", Map.of("reason", "A pause."));
    };
  }

  private Supplier<Answer> ending(End end, VoiceCase voice) {
    return end == End.WITHDRAWAL
        ? () -> curator.post("consents/" + voice.consent() + "/withdrawal", Map.of())
        : () ->
            timbre
                .admin()
                .post("talents/" + company.talent() + "/erasure", Map.of("endFirst", true));
  }

  @Test
  void activationAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
      String clone = voice.newestClone().path("id").asText();
      race(voice, () -> approver.post("clones/" + clone + "/activation"), List.of(200, 403, 409));
      voice.awaitClone(gone -> gone.path("state").asText().equals("deleted"));
    }
  }

  @Test
  void resumptionAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = company.aDraftVoice(timbre.provider()).live();
      approver
          .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "A pause."))
          .expect(200);
      race(voice, () -> voice.decision(approver, "resumption"), List.of(200, 403));
      assertThat(voice.state()).isEqualTo("suspended");
    }
  }

  @Test
  void submissionAtThatMoment_waitsOrIsWaitedFor() {
    for (int round = 0; round < ROUNDS; round++) {
      VoiceCase voice = company.aDraftVoice(timbre.provider());
      race(voice, () -> voice.decision(curator, "submission"), List.of(200, 403));
    }
  }

  private void race(VoiceCase voice, Supplier<Answer> other, List<Integer> fine) {
    String path = "consents/" + voice.consent() + "/withdrawal";
    List<Answer> answers =
        Together.times(2, number -> number == 0 ? curator.post(path, Map.of()) : other.get());
    assertThat(answers.get(0).status()).as("%s", answers).isEqualTo(200);
    assertThat(answers.get(1).status()).as("%s", answers).isIn(fine);
  }
}
