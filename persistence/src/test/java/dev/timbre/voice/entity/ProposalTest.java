package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static dev.timbre.voice.entity.VoiceFixtures.APPROVER;
import static dev.timbre.voice.entity.VoiceFixtures.CONSENT_VERSION;
import static dev.timbre.voice.entity.VoiceFixtures.CURATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.error.Conflict;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new revision beside the one that counts, and who must say yes to it. */
class ProposalTest {

  private static final Actor SECOND = Actor.person(UUID.randomUUID());

  private static Voice proposing(VoiceState state) {
    Voice voice = VoiceFixtures.voiceIn(state);
    voice.propose(LATER, VoiceFixtures.choice());
    return voice;
  }

  private static Voice submitted(VoiceState state) {
    Voice voice = proposing(state);
    voice.submit(LATER, CURATOR, CONSENT_VERSION);
    return voice;
  }

  private static Voice approved(VoiceState state) {
    Voice voice = submitted(state);
    voice.approve(LATER, APPROVER, 1);
    return voice;
  }

  private static Clone cloneOfProposal(Voice voice) {
    Clone clone = new Clone(LATER, voice.getAlias(), voice.getProposal(), UUID.randomUUID());
    clone.uploaded(new UploadedFiles("12345678901234567890", null));
    clone.send(LATER);
    VoiceFixtures.answer(clone);
    clone.previewStored("ab".repeat(32));
    return clone;
  }

  @ParameterizedTest
  @EnumSource(
      value = VoiceState.class,
      names = {"DRAFT", "SUBMITTED", "REJECTED", "RETIRED"})
  void voice_that_was_not_approved_or_is_retired_gets_no_proposal(VoiceState state) {
    Voice voice = VoiceFixtures.voiceIn(state);

    assertThatThrownBy(() -> voice.propose(NOW, VoiceFixtures.choice()))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining(state.name());
    assertThat(voice.getProposal()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = VoiceState.class,
      names = {"APPROVED", "LIVE", "SUSPENDED"})
  void proposal_on_its_way_leaves_the_voice_as_it_is(VoiceState state) {
    Voice voice = VoiceFixtures.voiceIn(state);
    Revision before = voice.getRevision();
    UUID primary = voice.getPrimaryCloneId();

    Revision proposed = voice.propose(LATER, VoiceFixtures.choice());
    voice.submit(LATER, CURATOR, CONSENT_VERSION);
    voice.approve(LATER, APPROVER, 1);

    assertThat(proposed.getNumber()).isEqualTo(2);
    assertThat(proposed.getBasisId()).isEqualTo(before.getId());
    assertThat(proposed.getState()).isEqualTo(RevisionState.APPROVED);
    assertThat(voice.getState()).isEqualTo(state);
    assertThat(voice.getRevision()).isEqualTo(before);
    assertThat(voice.getPrimaryCloneId()).isEqualTo(primary);
  }

  @Test
  void accepted_proposal_takes_the_place_of_the_revision_that_counted() {
    Voice voice = approved(VoiceState.LIVE);
    Revision proposed = voice.getProposal();
    Clone clone = cloneOfProposal(voice);

    voice.accept(APPROVER, clone);

    assertThat(voice.getRevision()).isEqualTo(proposed);
    assertThat(proposed.getState()).isEqualTo(RevisionState.ACCEPTED);
    assertThat(voice.getProposal()).isNull();
    assertThat(voice.getPrimaryCloneId()).isEqualTo(clone.getId());
    assertThat(voice.getState()).isEqualTo(VoiceState.LIVE);
  }

  @Test
  void accepted_proposal_of_a_suspended_voice_does_not_make_it_speak() {
    Voice voice = approved(VoiceState.SUSPENDED);
    Clone clone = cloneOfProposal(voice);

    voice.accept(APPROVER, clone);

    assertThat(voice.getState()).isEqualTo(VoiceState.SUSPENDED);
    assertThat(voice.getSuspensionReason()).isNotNull();
    voice.resume();
    assertThat(voice.getPrimaryCloneId()).isEqualTo(clone.getId());
  }

  @Test
  void clone_of_a_proposal_that_is_not_approved_is_not_accepted() {
    Voice voice = submitted(VoiceState.LIVE);
    UUID primary = voice.getPrimaryCloneId();

    assertThatThrownBy(() -> voice.accept(APPROVER, cloneOfProposal(voice)))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining("SUBMITTED");
    assertThat(voice.getPrimaryCloneId()).isEqualTo(primary);
  }

  @Test
  void new_clone_of_the_revision_that_counts_is_accepted_beside_a_proposal() {
    Voice voice = approved(VoiceState.LIVE);
    Clone again = VoiceFixtures.audibleClone(voice);

    voice.accept(APPROVER, again);

    assertThat(voice.getPrimaryCloneId()).isEqualTo(again.getId());
    assertThat(voice.getRevision().getNumber()).isEqualTo(1);
    assertThat(voice.getProposal().getState()).isEqualTo(RevisionState.APPROVED);
  }

  @Test
  void clone_of_an_abandoned_proposal_is_never_accepted() {
    Voice voice = approved(VoiceState.LIVE);
    Clone late = cloneOfProposal(voice);

    voice.abandon();

    assertThatThrownBy(() -> voice.accept(APPROVER, late))
        .isInstanceOf(VoiceStateConflict.class)
        .hasMessageContaining("another revision");
    assertThat(late.getRevision().getState()).isEqualTo(RevisionState.ABANDONED);
    assertThat(voice.propose(LATER, VoiceFixtures.choice()).getNumber()).isEqualTo(3);
  }

  @Test
  void second_proposal_is_refused_while_one_is_there() {
    Voice voice = proposing(VoiceState.LIVE);
    assertThatThrownBy(() -> voice.propose(LATER, VoiceFixtures.choice()))
        .isInstanceOf(VoiceStateConflict.class);
    voice.submit(LATER, CURATOR, CONSENT_VERSION);
    assertThatThrownBy(() -> voice.propose(LATER, VoiceFixtures.choice()))
        .isInstanceOf(VoiceStateConflict.class);
    assertThat(voice.getProposal().getNumber()).isEqualTo(2);
  }

  @Test
  void erased_revision_keeps_no_words_but_the_length_of_its_preview() {
    Voice voice = submitted(VoiceState.LIVE);
    voice.reject(LATER, APPROVER, "Anna sounds ill.");
    Revision rejected = voice.getProposal();
    int length = rejected.getOptions().previewText().length();

    rejected.erase();

    assertThat(rejected.getReason()).isNull();
    assertThat(rejected.getOptions().previewText()).isEqualTo("_".repeat(length));
  }

  @Test
  void rejected_proposal_is_revised_replaced_or_abandoned_and_stays_rejected() {
    Voice voice = submitted(VoiceState.LIVE);
    Revision rejected = voice.getProposal();
    voice.reject(LATER, APPROVER, "Too bright.");

    assertThat(voice.getState()).isEqualTo(VoiceState.LIVE);
    voice.revise(LATER);
    assertThat(voice.getProposal().getNumber()).isEqualTo(3);
    assertThat(voice.getProposal().getChoice()).isEqualTo(rejected.getChoice());
    assertThat(voice.getProposal().getBasisId()).isEqualTo(voice.getRevision().getId());

    voice.submit(LATER, CURATOR, CONSENT_VERSION);
    voice.reject(LATER, APPROVER, "Still too bright.");
    Revision replaced = voice.getProposal();
    voice.propose(LATER, VoiceFixtures.choice());
    voice.abandon();
    assertThat(voice.getProposal()).isNull();
    assertThat(rejected.getState()).isEqualTo(RevisionState.REJECTED);
    assertThat(replaced.getState()).isEqualTo(RevisionState.REJECTED);
  }

  @Test
  void retired_voice_gives_up_its_proposal() {
    Voice voice = submitted(VoiceState.SUSPENDED);
    Revision proposed = voice.getProposal();

    voice.retire();

    assertThat(proposed.getState()).isEqualTo(RevisionState.ABANDONED);
    assertThatThrownBy(() -> voice.approve(LATER, APPROVER, 1))
        .isInstanceOf(VoiceStateConflict.class);
  }

  @Test
  void differences_name_each_part_before_and_after() {
    Voice voice = VoiceFixtures.liveVoice();
    Revision.Choice now = voice.getRevision().getChoice();
    CloningOptions options =
        new CloningOptions(false, false, false, null, "Guten Abend.", "speech-2.8-hd");

    Revision proposed =
        voice.propose(
            LATER, new Revision.Choice(now.recordingId(), null, now.consentId(), options));

    assertThat(proposed.differencesFrom(voice.getRevision()))
        .contains(
            Change.of("noiseReduction", true, false),
            Change.of("languageBoost", "German", null),
            Change.of("previewText", "Guten Tag.", "Guten Abend."))
        .extracting(Change::field)
        .doesNotContain("recording", "consent", "model", "watermark");
  }

  @Test
  void first_of_two_approvals_shows_and_clones_nothing() {
    Voice voice = VoiceFixtures.voiceIn(VoiceState.SUBMITTED);

    assertThat(voice.approve(NOW, APPROVER, 2)).isFalse();

    assertThat(voice.getState()).isEqualTo(VoiceState.SUBMITTED);
    assertThat(voice.getRevision().getFirstApprover()).isEqualTo(APPROVER);
    assertThat(voice.getRevision().getFirstApprovedAt()).isEqualTo(NOW);
    assertThat(voice.getRevision().getDecider()).isNull();
    assertThat(voice.approve(LATER, SECOND, 2)).isTrue();
    assertThat(voice.getState()).isEqualTo(VoiceState.APPROVED);
    assertThat(voice.getRevision().getDecider()).isEqualTo(SECOND);
  }

  @Test
  void second_approval_by_the_same_person_or_the_submitter_is_refused() {
    Voice voice = VoiceFixtures.voiceIn(VoiceState.SUBMITTED);
    voice.approve(NOW, APPROVER, 2);

    assertThatThrownBy(() -> voice.approve(LATER, APPROVER, 2))
        .isInstanceOfSatisfying(
            Conflict.class, e -> assertThat(e.code()).isEqualTo("approved-already"));
    assertThatThrownBy(() -> voice.approve(LATER, CURATOR, 2))
        .isInstanceOf(SamePersonRefused.class);
    assertThat(voice.getState()).isEqualTo(VoiceState.SUBMITTED);
  }

  @Test
  void second_approver_may_reject_what_the_first_approved() {
    Voice voice = VoiceFixtures.voiceIn(VoiceState.SUBMITTED);
    voice.approve(NOW, APPROVER, 2);
    voice.reject(LATER, SECOND, "Not with this noise.");

    assertThat(voice.getState()).isEqualTo(VoiceState.REJECTED);
    voice.revise(LATER);
    assertThat(voice.getRevision().getFirstApprover()).isNull();
  }

  @Test
  void policy_lowered_after_the_first_approval_still_needs_another_person() {
    Voice voice = VoiceFixtures.voiceIn(VoiceState.SUBMITTED);
    voice.approve(NOW, APPROVER, 2);

    assertThatThrownBy(() -> voice.approve(LATER, APPROVER, 1)).isInstanceOf(Conflict.class);
    assertThat(voice.approve(LATER, SECOND, 1)).isTrue();
  }

  @Test
  void policy_raised_before_the_first_approval_counts_at_once() {
    Voice voice = VoiceFixtures.voiceIn(VoiceState.SUBMITTED);

    assertThat(voice.approve(NOW, APPROVER, 2)).isFalse();
    assertThat(voice.getState()).isEqualTo(VoiceState.SUBMITTED);
  }
}
