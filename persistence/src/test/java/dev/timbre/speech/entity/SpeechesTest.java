package dev.timbre.speech.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.IdempotencyKey;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import dev.timbre.provider.entity.ProviderFixtures;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.Work;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Reservation;
import dev.timbre.voice.entity.RegisteredVoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpeechesTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private RegisteredVoice anna;
  private Client client;
  private Use use;
  private Reservation held;

  @BeforeEach
  void a_client_with_money_may_speak_as_anna() {
    anna = RegisteredVoice.live(database);
    client = database.saved(AccessFixtures.client(anna.brand()));
    use = database.saved(AccessFixtures.phoneUse(client));
    held = database.saved(new Reservation(NOW, new Cost(Money.of("1", "CNY"), 7), null));
  }

  @Test
  void endings_that_race_end_a_speech_once() {
    UUID id = saved().getId();

    List<Boolean> ended =
        Callers.together(
            8,
            number -> {
              try {
                database.run(
                    work ->
                        work.speeches()
                            .getForChange(id)
                            .lose(LATER, ProviderFixtures.fault("timeout " + number)));
                return true;
              } catch (Conflict e) {
                return false;
              }
            });

    assertThat(ended).containsOnlyOnce(true);
  }

  @Test
  void speeches_are_listed_by_voice_client_and_state() {
    Speech open = saved();
    Speech lost = saved();
    database.run(
        work -> work.speeches().get(lost.getId()).lose(LATER, ProviderFixtures.fault("timeout")));
    UUID voice = anna.voice().getId();

    assertThat(listed(voice, null, null)).containsExactly(lost, open);
    assertThat(listed(null, client.getId(), SpeechState.UNKNOWN)).containsExactly(lost);
    assertThat(listed(voice, client.getId(), SpeechState.SPOKEN)).isEmpty();
    assertThat(listed(UUID.randomUUID(), null, null)).isEmpty();
  }

  @Test
  void speeches_of_brands_that_are_not_visible_are_not_listed() {
    Speech speech = saved();
    PageRequest all = PageRequest.first(10);

    database.run(
        work -> {
          assertThat(
                  work.speeches().page(Set.of(anna.brand().getId()), null, null, null, all).items())
              .containsExactly(speech);
          assertThat(work.speeches().page(Set.of(UUID.randomUUID()), null, null, null, all).items())
              .isEmpty();
          assertThat(work.speeches().page(Set.of(), null, null, null, all).items()).isEmpty();
        });
  }

  @Test
  void unsettled_speeches_of_brands_that_are_not_visible_are_not_listed() {
    Speech lost = saved();
    Speech open = saved();
    database.run(
        work -> work.speeches().get(lost.getId()).lose(LATER, ProviderFixtures.fault("timeout")));
    PageRequest all = PageRequest.first(10);

    database.run(
        work -> {
          assertThat(work.settlements().open(null, all).items())
              .contains(lost)
              .doesNotContain(open);
          assertThat(work.settlements().open(Set.of(anna.brand().getId()), all).items())
              .containsExactly(lost);
          assertThat(work.settlements().open(Set.of(UUID.randomUUID()), all).items()).isEmpty();
        });
  }

  @Test
  void clone_is_in_doubt_until_its_last_lost_speech_is_settled() {
    UUID clone = anna.firstClone().getId();
    List<Speech> lost = List.of(saved(), saved());
    for (Speech speech : lost) {
      database.run(
          work -> work.speeches().get(speech.getId()).lose(LATER, ProviderFixtures.fault("1")));
    }

    for (Speech speech : lost) {
      assertThat(isInDoubt(clone)).isTrue();
      database.run(
          work ->
              work.settlements()
                  .add(
                      new Settlement(
                          LATER,
                          speech.getId(),
                          false,
                          Money.zero("CNY"),
                          "Bill 17.",
                          Actor.SYSTEM)));
    }

    assertThat(isInDoubt(clone)).isFalse();
    assertThat(isInDoubt(UUID.randomUUID())).isFalse();
  }

  private boolean isInDoubt(UUID clone) {
    return database.inTransaction(work -> work.settlements().isOpenFor(clone));
  }

  @Test
  void speech_is_stopped_by_what_becomes_of_its_consent_and_voice() {
    Speech speech = saved();
    assertThat(stopped(speech)).isEmpty();

    database.run(work -> work.voices().get(anna.voice().getId()).suspend("A complaint."));
    assertThat(stopped(speech)).contains("voice-not-live");

    database.run(
        work ->
            work.add(
                work.consents()
                    .getForChange(anna.consent().getId())
                    .withdraw(LATER, Actor.SYSTEM, null)));
    assertThat(stopped(speech)).contains("consent-withdrawn");
  }

  private Optional<String> stopped(Speech speech) {
    return database.inTransaction(work -> work.speeches().stopped(speech.getGrounds(), NOW));
  }

  @Test
  void speech_is_found_by_its_audio_and_its_receipt_by_the_speech() {
    Speech spoken = saved();
    String audio = anna.blob().getSha256();
    byte[] signature = {1, 2, 3};
    database.run(
        work -> {
          work.speeches()
              .getForChange(spoken.getId())
              .speak(LATER, new Speech.Result(audio, 1500, 13, null), Money.of("0.01", "CNY"));
          work.receipts()
              .add(
                  new Receipt(
                      LATER,
                      spoken.getId(),
                      "{\"type\":\"x\"}",
                      new Receipt.Signature("timbre/audit", "00000000", signature)));
        });

    database.run(
        work -> {
          Speeches all = work.speeches();
          UUID client = spoken.getGrounds().clientId();
          Set<UUID> brands = Set.of(spoken.getGrounds().brandId());
          assertThat(all.ofAudio(audio, null, null)).containsExactly(spoken);
          assertThat(all.ofAudio(audio, brands, client)).containsExactly(spoken);
          assertThat(all.ofAudio(audio, Set.of(UUID.randomUUID()), null)).isEmpty();
          assertThat(all.ofAudio(audio, null, UUID.randomUUID())).isEmpty();
          assertThat(all.ofAudio("0".repeat(64), null, null)).isEmpty();
          Receipt read = work.receipts().ofSpeech(spoken.getId());
          assertThat(read.getPayload()).isEqualTo("{\"type\":\"x\"}");
          assertThat(read.getSignature().bytes()).isEqualTo(signature);
        });
    UUID nobody = UUID.randomUUID();
    assertThatThrownBy(() -> database.inTransaction(work -> work.receipts().ofSpeech(nobody)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void speeches_under_way_since_before_an_instant_are_abandoned() {
    Speech open = saved();
    Speech ended = saved();
    database.run(
        work -> work.speeches().get(ended.getId()).fail(LATER, ProviderFixtures.fault("1002")));

    database.run(
        work -> {
          assertThat(work.speeches().abandonedBefore(NOW)).isEmpty();
          assertThat(work.speeches().abandonedBefore(NOW.plusMillis(1))).containsExactly(open);
        });
  }

  @Test
  void key_of_a_speech_that_nobody_can_tell_about_is_never_forgotten() {
    Speech lost = saved();
    Speech open = saved();
    Speech failed = saved();
    database.run(
        work -> {
          work.speeches().get(lost.getId()).lose(LATER, ProviderFixtures.fault("timeout"));
          work.speeches().get(failed.getId()).fail(LATER, ProviderFixtures.fault("1002"));
          claim(work, "lost", lost.getId());
          claim(work, "open", open.getId());
          claim(work, "failed", failed.getId());
          claim(work, "other", UUID.randomUUID());
        });

    database.run(work -> work.speeches().keepKeysOfUnknown(LATER));
    int forgotten = database.inTransaction(work -> work.idempotencyKeys().forgetBefore(LATER));

    assertThat(forgotten).isEqualTo(2);
    database.run(
        work -> {
          assertThat(work.idempotencyKeys().get(key("lost")).getSubjectId())
              .isEqualTo(lost.getId());
          assertThat(work.idempotencyKeys().get(key("open"))).isNotNull();
          assertThat(work.idempotencyKeys().get(key("failed"))).isNull();
        });
  }

  private static void claim(Work work, String value, UUID subject) {
    work.idempotencyKeys().claim(key(value), "digest", NOW);
    work.idempotencyKeys().get(key(value)).made(subject);
  }

  private static IdempotencyKey.Key key(String value) {
    return new IdempotencyKey.Key("client:1", value);
  }

  @Test
  void unknown_speech_is_not_found() {
    database.run(
        work -> {
          assertThatThrownBy(() -> work.speeches().get(UUID.randomUUID()))
              .isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.speeches().getForChange(UUID.randomUUID()))
              .isInstanceOf(NotFound.class);
        });
  }

  private List<Speech> listed(UUID voice, UUID caller, SpeechState state) {
    return database.inTransaction(
        work -> work.speeches().page(null, voice, caller, state, PageRequest.first(10)).items());
  }

  private Speech saved() {
    return database.saved(
        SpeechFixtures.reservedSpeech(
            new Speech.Grounds(
                anna.voice().getId(),
                anna.brand().getId(),
                anna.firstClone().getId(),
                anna.firstClone().getRevision().getId(),
                anna.consent().newest().getId(),
                client.getId(),
                use.getId()),
            held.getId()));
  }
}
