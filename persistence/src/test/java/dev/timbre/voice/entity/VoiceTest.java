package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static dev.timbre.voice.entity.VoiceFixtures.APPROVER;
import static dev.timbre.voice.entity.VoiceFixtures.CONSENT_VERSION;
import static dev.timbre.voice.entity.VoiceFixtures.CURATOR;
import static dev.timbre.voice.entity.VoiceState.APPROVED;
import static dev.timbre.voice.entity.VoiceState.DRAFT;
import static dev.timbre.voice.entity.VoiceState.LIVE;
import static dev.timbre.voice.entity.VoiceState.REJECTED;
import static dev.timbre.voice.entity.VoiceState.RETIRED;
import static dev.timbre.voice.entity.VoiceState.SUBMITTED;
import static dev.timbre.voice.entity.VoiceState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceTest {

  /** Every verb, and from which state to which it moves a voice. */
  private enum Verb {
    CHOOSE(voice -> voice.choose(VoiceFixtures.choice()), Map.of(DRAFT, DRAFT)),
    SUBMIT(voice -> voice.submit(NOW, CURATOR, CONSENT_VERSION), Map.of(DRAFT, SUBMITTED)),
    APPROVE(voice -> voice.approve(NOW, APPROVER, 1), Map.of(SUBMITTED, APPROVED)),
    REJECT(voice -> voice.reject(NOW, APPROVER, "No."), Map.of(SUBMITTED, REJECTED)),
    REVISE(voice -> voice.revise(NOW), Map.of(REJECTED, DRAFT)),
    ACCEPT(
        voice -> voice.accept(APPROVER, VoiceFixtures.audibleClone(voice)),
        Map.of(APPROVED, LIVE, LIVE, LIVE)),
    SUSPEND(voice -> voice.suspend("Why."), Map.of(LIVE, SUSPENDED)),
    RESUME(Voice::resume, Map.of(SUSPENDED, LIVE)),
    RETIRE(Voice::retire, Map.of(APPROVED, RETIRED, SUSPENDED, RETIRED));

    private final Consumer<Voice> act;
    private final Map<VoiceState, VoiceState> moves;

    Verb(Consumer<Voice> act, Map<VoiceState, VoiceState> moves) {
      this.act = act;
      this.moves = moves;
    }
  }

  private static Stream<Arguments> everyVerbInEveryState() {
    return Arrays.stream(Verb.values())
        .flatMap(verb -> Arrays.stream(VoiceState.values()).map(state -> arguments(verb, state)));
  }

  @ParameterizedTest
  @MethodSource("everyVerbInEveryState")
  void verb_in_a_state_moves_the_voice_or_is_refused(Verb verb, VoiceState state) {
    Voice voice = VoiceFixtures.voiceIn(state);

    if (verb.moves.containsKey(state)) {
      verb.act.accept(voice);
      assertThat(voice.getState()).isEqualTo(verb.moves.get(state));
    } else {
      assertThatThrownBy(() -> verb.act.accept(voice))
          .isInstanceOf(VoiceStateConflict.class)
          .hasMessageContaining("acme.anna")
          .hasMessageContaining(state.name());
      assertThat(voice.getState()).isEqualTo(state);
    }
  }

  /** The three decisions of an approver, each in the state that asks for it. */
  private enum Decision {
    APPROVE(SUBMITTED, (voice, by) -> voice.approve(NOW, by, 1)),
    REJECT(SUBMITTED, (voice, by) -> voice.reject(NOW, by, "No.")),
    ACCEPT(APPROVED, (voice, by) -> voice.accept(by, VoiceFixtures.audibleClone(voice))),
    ACCEPT_AGAIN(LIVE, (voice, by) -> voice.accept(by, VoiceFixtures.audibleClone(voice)));

    private final VoiceState state;
    private final BiConsumer<Voice, Actor> act;

    Decision(VoiceState state, BiConsumer<Voice, Actor> act) {
      this.state = state;
      this.act = act;
    }
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void decision_by_the_submitter_is_refused(Decision decision) {
    Voice voice = VoiceFixtures.voiceIn(decision.state);
    Actor samePerson = Actor.person(CURATOR.id());

    assertThatThrownBy(() -> decision.act.accept(voice, samePerson))
        .isInstanceOf(SamePersonRefused.class);
    assertThat(voice.getState()).isEqualTo(decision.state);
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void decision_by_anybody_but_a_person_is_refused(Decision decision) {
    Stream.of(Actor.client(UUID.randomUUID()), Actor.SYSTEM, Actor.ANONYMOUS)
        .forEach(
            by -> {
              Voice voice = VoiceFixtures.voiceIn(decision.state);
              assertThatThrownBy(() -> decision.act.accept(voice, by))
                  .isInstanceOfSatisfying(
                      NotAllowed.class, e -> assertThat(e.code()).isEqualTo("person-needed"));
              assertThat(voice.getState()).isEqualTo(decision.state);
            });
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void decision_by_another_person_counts(Decision decision) {
    Voice voice = VoiceFixtures.voiceIn(decision.state);

    decision.act.accept(voice, Actor.person(UUID.randomUUID()));

    assertThat(voice.getState()).isIn(APPROVED, REJECTED, LIVE);
  }

  @Test
  void voice_submitted_by_a_client_is_decided_on_by_any_person() {
    Voice voice = VoiceFixtures.draftVoice();
    voice.submit(NOW, Actor.client(UUID.randomUUID()), CONSENT_VERSION);

    voice.approve(NOW, CURATOR, 1);

    assertThat(voice.getState()).isEqualTo(APPROVED);
  }

  @Test
  void submitter_of_a_new_revision_is_the_one_who_may_not_decide() {
    Voice voice = VoiceFixtures.voiceIn(REJECTED);
    voice.revise(NOW);
    voice.submit(NOW, APPROVER, CONSENT_VERSION);

    assertThatThrownBy(() -> voice.approve(NOW, APPROVER, 1)).isInstanceOf(SamePersonRefused.class);
    voice.approve(NOW, CURATOR, 1);
    assertThat(voice.getState()).isEqualTo(APPROVED);
  }

  @Test
  void submitted_revision_is_frozen_with_who_when_and_consent_version() {
    Voice voice = VoiceFixtures.draftVoice();
    Revision.Choice choice = VoiceFixtures.choice();
    voice.choose(choice);

    voice.submit(NOW, CURATOR, CONSENT_VERSION);

    Revision revision = voice.getRevision();
    assertThat(revision.isFrozen()).isTrue();
    assertThat(revision.getSubmittedAt()).isEqualTo(NOW);
    assertThat(revision.getSubmitter()).isEqualTo(CURATOR);
    assertThat(revision.getConsentVersionId()).isEqualTo(CONSENT_VERSION);
    assertThatThrownBy(() -> revision.choose(VoiceFixtures.choice()))
        .isInstanceOf(VoiceStateConflict.class);
    assertThat(revision.getRecordingId()).isEqualTo(choice.recordingId());
  }

  @Test
  void decision_is_kept_with_who_when_and_why() {
    Voice rejected = VoiceFixtures.voiceIn(SUBMITTED);
    rejected.reject(LATER, APPROVER, "  Too noisy.  ");

    assertThat(rejected.getRevision().getDecider()).isEqualTo(APPROVER);
    assertThat(rejected.getRevision().getDecidedAt()).isEqualTo(LATER);
    assertThat(rejected.getRevision().getReason()).isEqualTo("Too noisy.");
  }

  @Test
  void erased_voice_keeps_its_alias_alone() {
    Voice voice = VoiceFixtures.liveVoice();
    Alias alias = voice.getAlias();
    voice.describe("Anna", "Anna speaks.");
    voice.erase();
    assertThat(voice.getName()).isEqualTo(Voice.ERASED);
    assertThat(voice.getDescription()).isNull();
    assertThat(voice.getAlias()).isEqualTo(alias);
  }

  @Test
  void rejection_and_suspension_without_a_reason_are_refused() {
    Voice submitted = VoiceFixtures.voiceIn(SUBMITTED);
    Voice live = VoiceFixtures.liveVoice();

    assertThatThrownBy(() -> submitted.reject(NOW, APPROVER, " ")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> live.suspend(null)).isInstanceOf(Invalid.class);
    assertThat(submitted.getState()).isEqualTo(SUBMITTED);
    assertThat(live.getState()).isEqualTo(LIVE);
  }

  @Test
  void revision_after_a_rejection_begins_with_the_same_choice_and_is_open() {
    Voice voice = VoiceFixtures.voiceIn(REJECTED);
    Revision rejected = voice.getRevision();

    voice.revise(LATER);

    Revision next = voice.getRevision();
    assertThat(next.getNumber()).isEqualTo(2);
    assertThat(next.isFrozen()).isFalse();
    assertThat(next.getVoiceId()).isEqualTo(voice.getId());
    assertThat(next.getRecordingId()).isEqualTo(rejected.getRecordingId());
    assertThat(next.getConsentId()).isEqualTo(rejected.getConsentId());
    assertThat(next.getOptions()).isEqualTo(rejected.getOptions());
    assertThat(next.getSubmitter()).isNull();
    assertThat(next.getConsentVersionId()).isNull();
    assertThat(next.getDecider()).isNull();
  }

  @Test
  void accepted_clone_becomes_the_primary_one() {
    Voice voice = VoiceFixtures.voiceIn(APPROVED);
    Clone clone = VoiceFixtures.audibleClone(voice);

    voice.accept(APPROVER, clone);

    assertThat(voice.getPrimaryCloneId()).isEqualTo(clone.getId());
  }

  @Test
  void clone_of_another_revision_is_not_accepted() {
    Voice voice = VoiceFixtures.voiceIn(APPROVED);
    Clone foreign = VoiceFixtures.audibleClone(VoiceFixtures.voiceIn(APPROVED));

    assertThatThrownBy(() -> voice.accept(APPROVER, foreign))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining("another revision");
    assertThat(voice.getPrimaryCloneId()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = CloneState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PROVISIONAL", "PERMANENT"})
  void clone_that_does_not_speak_is_not_accepted(CloneState state) {
    Voice voice = VoiceFixtures.voiceIn(APPROVED);
    Clone clone = VoiceFixtures.cloneIn(state, voice);
    clone.previewStored("ab".repeat(32));

    assertThatThrownBy(() -> voice.accept(APPROVER, clone))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining(state.name());
    assertThat(voice.getState()).isEqualTo(APPROVED);
  }

  @ParameterizedTest
  @EnumSource(
      value = CloneState.class,
      names = {"PROVISIONAL", "PERMANENT"})
  void clone_whose_preview_nobody_can_hear_is_not_accepted(CloneState state) {
    Voice voice = VoiceFixtures.voiceIn(APPROVED);
    Clone clone = VoiceFixtures.cloneIn(state, voice);

    assertThatThrownBy(() -> voice.accept(APPROVER, clone))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining("preview");
  }

  @Test
  void suspension_keeps_its_reason_until_the_voice_resumes() {
    Voice voice = VoiceFixtures.liveVoice();

    voice.suspend("Under review.");
    assertThat(voice.getSuspensionReason()).isEqualTo("Under review.");
    voice.resume();
    assertThat(voice.getSuspensionReason()).isNull();
  }

  @ParameterizedTest
  @EnumSource(VoiceState.class)
  void name_and_description_may_change_in_every_state(VoiceState state) {
    Voice voice = VoiceFixtures.voiceIn(state);

    voice.describe(" Anne ", " ");

    assertThat(voice.getName()).isEqualTo("Anne");
    assertThat(voice.getDescription()).isNull();
    assertThat(voice.getState()).isEqualTo(state);
  }
}
