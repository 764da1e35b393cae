package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotFound;
import dev.timbre.provider.entity.ProviderFixtures;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClonesTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void first_speeches_that_race_make_the_clone_permanent_once() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    List<Boolean> first =
        Callers.together(
            16,
            number ->
                database.inTransaction(
                    work -> work.clones().getForChange(anna.firstClone().getId()).used(NOW)));

    assertThat(first).containsOnlyOnce(true);
  }

  @Test
  void clone_read_before_it_changed_is_seen_changed_when_locked() {
    UUID id = RegisteredVoice.live(database).firstClone().getId();

    database.run(
        speech -> {
          speech.clones().get(id);
          database.run(other -> other.clones().getForChange(id).used(NOW));

          assertThat(speech.clones().getForChange(id).used(NOW)).isFalse();
        });
  }

  @Test
  void clone_locked_for_change_lets_no_other_transaction_change_it() {
    UUID id = RegisteredVoice.live(database).firstClone().getId();

    database.run(
        speech -> {
          speech.clones().getForChange(id);

          assertThatThrownBy(
                  () -> database.run(other -> other.impatiently().clones().getForChange(id)))
              .hasStackTraceContaining("lock timeout");
        });
  }

  @Test
  void speech_that_begins_does_not_hold_back_one_that_ends() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    database.run(
        begins -> {
          begins.voices().getForUse(anna.voice().getAlias().value());

          database.run(
              ends ->
                  ends.impatiently().clones().getForChange(anna.firstClone().getId()).used(NOW));
        });
  }

  @Test
  void speech_that_ends_does_not_hold_back_one_that_begins() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    database.run(
        ends -> {
          ends.clones().getForChange(anna.firstClone().getId()).used(NOW);
          ends.em().flush();

          database.run(
              begins -> begins.impatiently().voices().getForUse(anna.voice().getAlias().value()));
        });
  }

  @Test
  void usable_clone_of_a_revision_is_the_newest_that_may_come_to_speak() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Revision revision = anna.voice().getRevision();
    Clone newer = database.saved(anotherClone(anna));

    database.run(work -> assertThat(work.clones().findUsable(revision)).contains(newer));
    database.run(
        work -> work.clones().get(newer.getId()).fail(NOW, ProviderFixtures.fault("2038")));
    database.run(
        work -> assertThat(work.clones().findUsable(revision)).contains(anna.firstClone()));
    database.run(
        work ->
            work.clones().get(anna.firstClone().getId()).gone(NOW, ProviderFixtures.fault("2054")));
    database.run(work -> assertThat(work.clones().findUsable(revision)).isEmpty());
  }

  @Test
  void clones_are_unsent_while_nothing_is_out_that_may_have_made_them() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Clone requested = database.saved(anotherClone(anna));
    Clone refusedForNow = anotherClone(anna);
    refusedForNow.send(NOW);
    refusedForNow.notCarriedOut();
    database.saved(refusedForNow);
    Clone lost = anotherClone(anna);
    lost.send(NOW);
    database.saved(lost);

    database.run(
        work -> {
          List<Clone> unsent = work.clones().unsent(anna.voice().getRevision());
          assertThat(unsent).containsExactlyInAnyOrder(requested, refusedForNow);
          assertThat(unsent).allMatch(Clone::isUnsent);
        });
    assertThat(lost.isUnsent()).isFalse();
    assertThat(anna.firstClone().isUnsent()).isFalse();
  }

  @Test
  void clones_of_a_voice_are_listed_newest_first() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice.live(database);
    Clone newer = database.saved(anotherClone(anna));

    List<Clone> listed =
        database.inTransaction(work -> work.clones().ofVoice(anna.voice().getId()));

    assertThat(listed).containsExactly(newer, anna.firstClone());
  }

  @Test
  void deadlines_are_those_of_provisional_clones_nearest_first() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Clone sooner = provisional(anna, NOW.minusSeconds(60));
    Clone later = provisional(anna, NOW.plusSeconds(60));
    Clone used = provisional(anna, NOW.minusSeconds(120));
    database.run(work -> work.clones().get(used.getId()).used(NOW));
    database.saved(anotherClone(anna));

    List<Clone> all = database.inTransaction(work -> work.clones().deadlines(null, 10));
    List<Clone> two = database.inTransaction(work -> work.clones().deadlines(null, 2));

    assertThat(all).containsExactly(sooner, anna.firstClone(), later);
    assertThat(two).containsExactly(sooner, anna.firstClone());
    database.run(
        work -> {
          assertThat(work.clones().deadlines(Set.of(anna.brand().getId()), 10)).isEqualTo(all);
          assertThat(work.clones().deadlines(Set.of(UUID.randomUUID()), 10)).isEmpty();
          assertThat(work.clones().deadlines(Set.of(), 10)).isEmpty();
        });
    assertThat(all.get(0).getRevision().getVoiceId()).isEqualTo(anna.voice().getId());
  }

  @Test
  void longer_list_of_deadlines_costs_no_more_statements() {
    IntStream.range(0, 10).forEach(i -> RegisteredVoice.live(database));

    long one = database.statementsFor(work -> work.clones().deadlines(null, 1));
    long ten =
        database.statementsFor(work -> assertThat(work.clones().deadlines(null, 10)).hasSize(10));

    assertThat(ten).isEqualTo(one).isPositive();
  }

  @Test
  void clones_that_have_surely_lapsed_are_found_behind_any_number_whose_use_is_unknown() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Clone lapsed = provisional(anna, NOW.minus(Duration.ofHours(170)));
    Clone alive = provisional(anna, NOW.minus(Duration.ofHours(169)));
    for (int hours = 171; hours < 175; hours++) {
      Clone doubtful = provisional(anna, NOW.minus(Duration.ofHours(hours)));
      database.run(work -> work.clones().get(doubtful.getId()).useLost(true));
    }
    Clone used = provisional(anna, NOW.minus(Duration.ofHours(180)));
    database.run(work -> work.clones().get(used.getId()).used(NOW));

    database.run(
        work -> {
          assertThat(work.clones().surelyLapsed(NOW, 1)).containsExactly(lapsed.getId());
          assertThat(work.clones().surelyLapsed(NOW.plusMillis(1), 9))
              .containsExactly(lapsed.getId(), alive.getId());
        });
  }

  @Test
  void unknown_clone_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.clones().get(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  private Clone provisional(RegisteredVoice voice, Instant firstSend) {
    Clone clone = anotherClone(voice);
    clone.send(firstSend);
    VoiceFixtures.answer(clone);
    return database.saved(clone);
  }

  private static Clone anotherClone(RegisteredVoice voice) {
    return new Clone(
        NOW, voice.voice().getAlias(), voice.voice().getRevision(), voice.account().getId());
  }
}
