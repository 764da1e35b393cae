package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void voice_is_found_by_id_and_by_alias_in_any_case() {
    Voice anna = RegisteredVoice.live(database).voice();
    String alias = anna.getAlias().value();

    database.run(
        work -> {
          assertThat(work.voices().find(anna.getId().toString())).contains(anna);
          assertThat(work.voices().find(alias)).contains(anna);
          assertThat(work.voices().find(alias.toUpperCase(Locale.ROOT))).contains(anna);
          assertThat(work.voices().get(anna.getId())).isEqualTo(anna);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anna", "acme.nobody", ".", "' or 1=1 --", "not-a-uuid-at-all"})
  void text_that_names_no_voice_is_not_found(String text) {
    RegisteredVoice.live(database);

    database.run(
        work -> {
          assertThat(work.voices().find(text)).isEmpty();
          assertThatThrownBy(() -> work.voices().get(text)).isInstanceOf(NotFound.class);
        });
  }

  @Test
  void alias_of_a_retired_voice_stays_taken() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    database.run(
        work -> {
          Voice voice = work.voices().get(anna.voice().getId());
          voice.suspend("The campaign is over.");
          voice.retire();
        });

    assertThatThrownBy(() -> database.saved(sameAlias(anna)))
        .hasStackTraceContaining("voice_alias_key");
  }

  @Test
  void voices_changed_behind_each_others_back_are_not_overwritten() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    assertThatThrownBy(
            () ->
                database.run(
                    slow -> {
                      Voice mine = slow.voices().get(anna.voice().getId());
                      database.run(
                          quick -> quick.voices().get(anna.voice().getId()).describe("Anne", null));
                      mine.suspend("late");
                    }))
        .isInstanceOf(RollbackException.class)
        .hasCauseInstanceOf(OptimisticLockException.class);

    Voice read = database.inTransaction(work -> work.voices().get(anna.voice().getId()));
    assertThat(read.getName()).isEqualTo("Anne");
    assertThat(read.getState()).isEqualTo(VoiceState.LIVE);
  }

  @Test
  void speech_that_begins_holds_a_suspension_back_but_no_other_speech() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    String alias = anna.voice().getAlias().value();

    database.run(
        speech -> {
          speech.voices().getForUse(alias);

          database.run(other -> other.impatiently().voices().getForUse(alias));
          assertThatThrownBy(
                  () ->
                      database.run(
                          approver -> {
                            approver.impatiently().voices().get(alias).suspend("now");
                            approver.em().flush();
                          }))
              .hasStackTraceContaining("lock timeout");
        });
  }

  @Test
  void voice_read_before_it_was_suspended_is_seen_suspended_at_use() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    String alias = anna.voice().getAlias().value();

    database.run(
        speech -> {
          speech.voices().get(alias);
          database.run(approver -> approver.voices().get(alias).suspend("now"));

          assertThat(speech.voices().getForUse(alias).getState()).isEqualTo(VoiceState.SUSPENDED);
        });
  }

  @Test
  void revision_after_a_rejection_is_kept_beside_the_old_one() {
    RegisteredVoice rejected = RegisteredVoice.live(database);
    Voice second = draftBeside(rejected, "berta");
    second.submit(NOW, VoiceFixtures.CURATOR, rejected.consent().newest().getId());
    second.reject(NOW, VoiceFixtures.APPROVER, "Too noisy.");
    database.saved(second);

    database.run(work -> work.voices().get(second.getId()).revise(NOW));

    List<Revision> revisions =
        database.inTransaction(work -> work.voices().revisionsOf(second.getId()));
    assertThat(revisions).extracting(Revision::getNumber).containsExactly(2, 1);
    assertThat(revisions).extracting(Revision::isFrozen).containsExactly(false, true);
    assertThat(revisions.get(1).getReason()).isEqualTo("Too noisy.");
  }

  @ParameterizedTest
  @CsvSource({
    "'100%',       100% Anna",
    "'%',          100% Anna",
    "'_',          snake_case",
    "'!',          Wow!",
    "'w!',         Wow!",
    "'\\',         back\\slash",
    "'ANNA',       100% Anna",
    "'  case  ',   snake_case"
  })
  void search_text_is_taken_literally_in_any_case(String text, String name) {
    RegisteredVoice first = RegisteredVoice.live(database);
    List.of("100% Anna", "snake_case", "Wow!", "back\\slash", "Plain")
        .forEach(each -> saveNamed(first, each));

    assertThat(search(new VoiceFilter(null, null, VoiceState.DRAFT, text)))
        .extracting(Voice::getName)
        .containsExactly(name);
  }

  @Test
  void search_text_is_found_in_the_alias_too() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    String part = anna.brand().getSlug().substring(3).toUpperCase(Locale.ROOT);
    assertThat(search(new VoiceFilter(null, null, null, part))).containsExactly(anna.voice());
    assertThat(search(new VoiceFilter(null, null, null, "zzz"))).isEmpty();
    assertThat(search(new VoiceFilter(null, null, null, "  "))).containsExactly(anna.voice());
  }

  @Test
  void search_text_with_an_umlaut_is_found_in_any_case() {
    RegisteredVoice first = RegisteredVoice.live(database);
    saveNamed(first, "Jörg ÄÖÜ");

    assertThat(search(new VoiceFilter(null, null, null, "äöü"))).hasSize(1);
    assertThat(search(new VoiceFilter(null, null, null, "JÖRG"))).hasSize(1);
  }

  @Test
  void filters_narrow_by_visible_brands_brand_and_state() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice ben = RegisteredVoice.live(database);
    Voice draft = saveNamed(anna, "Draft");
    UUID annas = anna.brand().getId();
    UUID bens = ben.brand().getId();

    assertThat(search(new VoiceFilter(Set.of(annas), null, null, null)))
        .containsExactly(draft, anna.voice());
    assertThat(search(new VoiceFilter(Set.of(annas), bens, null, null))).isEmpty();
    assertThat(search(new VoiceFilter(Set.of(), null, null, null))).isEmpty();
    assertThat(search(new VoiceFilter(null, bens, null, null))).containsExactly(ben.voice());
    assertThat(search(new VoiceFilter(null, null, VoiceState.DRAFT, null))).containsExactly(draft);
    database.run(
        work -> {
          VoiceFilter live = new VoiceFilter(null, null, VoiceState.LIVE, null);
          assertThat(work.voices().count(live)).isEqualTo(2);
          assertThat(work.voices().window(live, 1, 5)).containsExactly(anna.voice());
          assertThat(work.voices().countByState(null))
              .isEqualTo(Map.of(VoiceState.LIVE, 2L, VoiceState.DRAFT, 1L));
          assertThat(work.voices().countByState(Set.of(bens)))
              .isEqualTo(Map.of(VoiceState.LIVE, 1L));
          assertThat(work.voices().countByState(Set.of())).isEmpty();
        });
  }

  @Test
  void longer_list_costs_no_more_statements() {
    RegisteredVoice first = RegisteredVoice.live(database);
    IntStream.range(0, 20).forEach(i -> saveNamed(first, "Voice " + i));
    VoiceFilter all = new VoiceFilter(null, null, null, null);

    long two =
        database.statementsFor(
            work -> assertThat(work.voices().page(all, PageRequest.first(2)).items()).hasSize(2));
    long twenty =
        database.statementsFor(
            work -> assertThat(work.voices().page(all, PageRequest.first(20)).items()).hasSize(20));

    assertThat(twenty).isEqualTo(two).isPositive();
  }

  @Test
  void voices_resting_on_a_consent_are_those_whose_current_revision_does() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice.live(database);

    List<Voice> resting =
        database.inTransaction(work -> work.voices().restingOn(anna.consent().getId()));

    assertThat(resting).containsExactly(anna.voice());
  }

  private List<Voice> search(VoiceFilter filter) {
    return database.inTransaction(
        work -> work.voices().page(filter, PageRequest.first(20)).items());
  }

  private Voice saveNamed(RegisteredVoice beside, String name) {
    Voice voice = draftBeside(beside, "v" + UUID.randomUUID().toString().substring(24));
    voice.describe(name, null);
    return database.saved(voice);
  }

  /** A second voice of the same brand, talent and consent. */
  private static Voice draftBeside(RegisteredVoice first, String name) {
    return draft(first, new Alias(first.brand().getSlug() + "." + name));
  }

  private static Voice sameAlias(RegisteredVoice first) {
    return draft(first, first.voice().getAlias());
  }

  private static Voice draft(RegisteredVoice first, Alias alias) {
    return new Voice(
        NOW,
        new Voice.Identity(alias, first.brand().getId(), first.talent().getId(), "de"),
        "Second",
        null,
        new Revision.Choice(
            first.recording().getId(), null, first.consent().getId(), VoiceFixtures.options()));
  }
}
