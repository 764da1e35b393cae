package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static dev.timbre.voice.entity.CloneState.CLONING;
import static dev.timbre.voice.entity.CloneState.DELETED;
import static dev.timbre.voice.entity.CloneState.DELETING;
import static dev.timbre.voice.entity.CloneState.FAILED;
import static dev.timbre.voice.entity.CloneState.LAPSED;
import static dev.timbre.voice.entity.CloneState.MISSING;
import static dev.timbre.voice.entity.CloneState.PERMANENT;
import static dev.timbre.voice.entity.CloneState.PROVISIONAL;
import static dev.timbre.voice.entity.CloneState.REQUESTED;
import static dev.timbre.voice.entity.CloneState.UNDELETABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.provider.entity.ProviderFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloneTest {

  private static final ProviderFault FAULT = ProviderFixtures.fault("2054");

  /** Every verb, and from which state to which it moves a clone. */
  private enum Verb {
    UPLOADED(clone -> clone.uploaded(new UploadedFiles("1", "2")), Map.of(REQUESTED, REQUESTED)),
    SEND(clone -> clone.send(LATER), Map.of(REQUESTED, CLONING, CLONING, CLONING)),
    CLONED(VoiceFixtures::answer, Map.of(CLONING, PROVISIONAL)),
    DUPLICATE(Clone::duplicate, Map.of(CLONING, CLONING)),
    FAIL(clone -> clone.fail(LATER, FAULT), Map.of(REQUESTED, FAILED, CLONING, FAILED)),
    USED(clone -> clone.used(LATER), Map.of(PROVISIONAL, PERMANENT, PERMANENT, PERMANENT)),
    GONE(clone -> clone.gone(LATER, FAULT), Map.of(PROVISIONAL, LAPSED, PERMANENT, MISSING)),
    DELETE(
        Clone::delete,
        Map.of(
            PROVISIONAL, DELETING, PERMANENT, DELETING, MISSING, DELETING, UNDELETABLE, DELETING)),
    DELETE_LISTED(
        Clone::deleteListed,
        Map.of(
            FAILED,
            DELETING,
            LAPSED,
            DELETING,
            MISSING,
            DELETING,
            DELETED,
            DELETING,
            UNDELETABLE,
            DELETING)),
    RESTORE(Clone::restore, Map.of(MISSING, PERMANENT)),
    DELETED_(clone -> clone.deleted(LATER), Map.of(DELETING, DELETED)),
    UNDELETABLE_(clone -> clone.undeletable(LATER, FAULT), Map.of(DELETING, UNDELETABLE));

    private final Consumer<Clone> act;
    private final Map<CloneState, CloneState> moves;

    Verb(Consumer<Clone> act, Map<CloneState, CloneState> moves) {
      this.act = act;
      this.moves = moves;
    }
  }

  private static Stream<Arguments> everyVerbInEveryState() {
    return Arrays.stream(Verb.values())
        .flatMap(verb -> Arrays.stream(CloneState.values()).map(state -> arguments(verb, state)));
  }

  @ParameterizedTest
  @MethodSource("everyVerbInEveryState")
  void verb_in_a_state_moves_the_clone_or_is_refused(Verb verb, CloneState state) {
    Clone clone = VoiceFixtures.cloneIn(state);

    if (verb.moves.containsKey(state)) {
      verb.act.accept(clone);
      assertThat(clone.getState()).isEqualTo(verb.moves.get(state));
    } else {
      assertThatThrownBy(() -> verb.act.accept(clone))
          .isInstanceOf(VoiceStateConflict.class)
          .hasMessageContaining(state.name());
      assertThat(clone.getState()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @EnumSource(CloneState.class)
  void clone_that_ended_says_when_and_others_do_not(CloneState state) {
    boolean over = Stream.of(FAILED, LAPSED, MISSING, DELETED, UNDELETABLE).anyMatch(state::equals);

    assertThat(VoiceFixtures.cloneIn(state).getEndedAt() != null).isEqualTo(over);
    assertThat(state.speaks()).isEqualTo(state == PROVISIONAL || state == PERMANENT);
  }

  @Test
  void clone_that_is_deleted_once_more_has_not_ended() {
    Clone clone = VoiceFixtures.cloneIn(UNDELETABLE);

    clone.delete();

    assertThat(clone.getEndedAt()).isNull();
    assertThat(clone.getFault()).isNull();
  }

  @Test
  void clone_that_its_dialect_cannot_delete_is_not_worth_another_try() {
    assertThat(VoiceFixtures.cloneIn(UNDELETABLE).isDeletable()).isTrue();
    Clone clone = VoiceFixtures.cloneIn(DELETING);
    clone.undeletable(LATER, ProviderFixtures.fault("operation-unsupported"));

    assertThat(clone.isDeletable()).isFalse();
    assertThat(VoiceFixtures.cloneIn(MISSING).isDeletable()).isTrue();
    assertThat(VoiceFixtures.cloneIn(DELETED).isDeletable()).isFalse();
  }

  @Test
  void first_use_is_told_exactly_once() {
    Clone clone = VoiceFixtures.cloneIn(PROVISIONAL);

    assertThat(clone.used(LATER)).isTrue();
    assertThat(clone.used(LATER.plusSeconds(1))).isFalse();
    assertThat(clone.getPermanentAt()).isEqualTo(LATER);
  }

  @Test
  void duplicate_on_the_first_send_is_a_plain_error() {
    Clone clone = VoiceFixtures.cloneIn(REQUESTED);
    assertThat(clone.isResend()).isFalse();
    clone.send(NOW);

    assertThat(clone.duplicate()).isFalse();
    assertThat(clone.getState()).isEqualTo(CLONING);
    assertThat(clone.isAdopted()).isFalse();
  }

  @Test
  void duplicate_on_a_resend_after_an_open_send_adopts_the_clone_without_a_preview() {
    Clone clone = VoiceFixtures.cloneIn(CLONING);
    assertThat(clone.isResend()).isTrue();
    clone.send(LATER);

    assertThat(clone.duplicate()).isTrue();
    assertThat(clone.getState()).isEqualTo(PROVISIONAL);
    assertThat(clone.isAdopted()).isTrue();
    assertThat(clone.getPreview().state()).isEqualTo(PreviewState.NONE);
    assertThat(clone.getDeadline()).isEqualTo(CloneDeadline.of(NOW));
  }

  @Test
  void send_that_was_not_carried_out_makes_the_next_a_first_send_again() {
    Clone clone = VoiceFixtures.cloneIn(CLONING);
    clone.notCarriedOut();
    assertThat(clone.isResend()).isFalse();
    clone.send(LATER);

    assertThat(clone.duplicate()).isFalse();
  }

  @Test
  void open_send_before_one_not_carried_out_still_lets_the_next_adopt() {
    Clone clone = VoiceFixtures.cloneIn(CLONING);
    clone.send(LATER);
    clone.notCarriedOut();
    assertThat(clone.isResend()).isTrue();
    clone.send(LATER.plusSeconds(60));

    assertThat(clone.duplicate()).isTrue();
  }

  @Test
  void whoever_was_overtaken_finds_other_sends_even_if_the_latest_was_not_carried_out() {
    Clone clone = VoiceFixtures.cloneIn(REQUESTED);
    Sends read = clone.getSends();
    assertThat(clone.getSends()).isEqualTo(read);

    clone.send(NOW);
    assertThat(clone.getSends()).isNotEqualTo(read);
    clone.notCarriedOut();

    assertThat(clone.getSends()).isNotEqualTo(read);
  }

  @Test
  void deadline_counts_from_the_first_send_however_often_it_is_sent() {
    Clone clone = VoiceFixtures.cloneIn(REQUESTED);
    assertThat(clone.getDeadline()).isNull();
    clone.send(NOW);
    clone.send(LATER);

    assertThat(clone.getDeadline())
        .isEqualTo(NOW.plus(Duration.ofHours(168)).minus(CloneDeadline.MARGIN));
  }

  @Test
  void clone_sent_again_has_surely_lapsed_only_when_its_last_send_is_old_enough() {
    Clone clone = VoiceFixtures.cloneIn(CLONING);
    assertThat(VoiceFixtures.cloneIn(REQUESTED).hasSurelyLapsed(NOW.plus(Duration.ofDays(99))))
        .isFalse();
    clone.send(NOW.plus(Duration.ofDays(2)));

    Duration life = Duration.ofDays(2).plusHours(168).plus(CloneDeadline.MARGIN);
    assertThat(clone.hasSurelyLapsed(NOW.plus(life))).isFalse();
    assertThat(clone.hasSurelyLapsed(NOW.plus(life).plusNanos(1))).isTrue();
  }

  @Test
  void clone_whose_speech_was_lost_never_lapses_by_the_clock_alone() {
    Clone clone = VoiceFixtures.cloneIn(PROVISIONAL);
    Instant longAfter = NOW.plus(Duration.ofDays(99));
    assertThat(clone.hasSurelyLapsed(longAfter)).isTrue();
    clone.useLost(true);

    assertThat(clone.hasSurelyLapsed(longAfter)).isFalse();
    clone.useLost(false);
    assertThat(clone.hasSurelyLapsed(longAfter)).isTrue();
  }

  @Test
  void quiet_time_begins_when_the_longest_call_since_the_last_send_is_over() {
    Clone clone = VoiceFixtures.cloneIn(REQUESTED);
    Duration longest = Duration.ofMinutes(5);
    assertThat(clone.quietAfter(longest)).isEqualTo(NOW);
    clone.send(NOW);
    clone.send(LATER);

    assertThat(clone.quietAfter(longest)).isEqualTo(LATER.plus(longest));
  }

  @Test
  void upload_is_remembered_for_the_send() {
    Clone clone = VoiceFixtures.cloneIn(REQUESTED);

    clone.uploaded(new UploadedFiles("98765432109876543210", "7"));

    assertThat(clone.getFiles().source()).isEqualTo("98765432109876543210");
    assertThat(clone.getFiles().prompt()).isEqualTo("7");
  }

  @Test
  void fault_of_a_failure_is_kept_and_of_a_late_success_forgotten() {
    Clone failed = VoiceFixtures.cloneIn(CLONING);
    failed.fail(LATER, FAULT);

    assertThat(failed.getFault()).isEqualTo(FAULT);
    assertThat(failed.getEndedAt()).isEqualTo(LATER);
    assertThat(VoiceFixtures.cloneIn(PROVISIONAL).getFault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void risky_sample_is_flagged(int risk) {
    Clone clone = VoiceFixtures.cloneIn(CLONING);

    clone.cloned(risk, null, null);

    assertThat(clone.isRisky()).isTrue();
    assertThat(clone.getRiskType()).isEqualTo(risk);
  }

  @Test
  void sample_without_a_risk_is_not_flagged() {
    Clone clone = VoiceFixtures.cloneIn(CLONING);
    clone.cloned(null, null, null);

    assertThat(clone.isRisky()).isFalse();
    assertThat(VoiceFixtures.cloneIn(PROVISIONAL).isRisky()).isFalse();
  }

  @Test
  void preview_is_pending_until_it_is_stored_and_its_address_is_forgotten_then() {
    Clone clone = VoiceFixtures.cloneIn(PROVISIONAL);
    assertThat(clone.getPreview().state()).isEqualTo(PreviewState.PENDING);
    assertThat(clone.getPreview().url()).isEqualTo("https://cdn.example.com/preview.mp3");

    clone.previewDelayed("The host did not answer.");
    assertThat(clone.getPreview().state()).isEqualTo(PreviewState.PENDING);
    assertThat(clone.getPreview().note()).isEqualTo("The host did not answer.");
    assertThat(clone.getPreview().url()).isNotNull();

    clone.previewStored("ab".repeat(32));
    assertThat(clone.getPreview())
        .isEqualTo(new Preview(PreviewState.STORED, null, null, "ab".repeat(32), null));
  }

  @ParameterizedTest
  @EnumSource(
      value = PreviewState.class,
      names = {"EXPIRED", "BLOCKED"})
  void preview_given_up_says_why_and_can_still_be_stored_by_an_activation(PreviewState end) {
    Clone clone = VoiceFixtures.cloneIn(PROVISIONAL);

    clone.previewGivenUp(end, "Not to be had.");
    assertThat(clone.getPreview()).isEqualTo(new Preview(end, null, null, null, "Not to be had."));

    clone.previewStored("cd".repeat(32));
    assertThat(clone.getPreview().audio()).isEqualTo("cd".repeat(32));
  }

  @Test
  void preview_stored_in_the_meantime_survives_a_copy_that_fails_late() {
    Clone clone = VoiceFixtures.audibleClone(VoiceFixtures.voiceIn(VoiceState.APPROVED));

    clone.previewDelayed("late");
    clone.previewGivenUp(PreviewState.EXPIRED, "later");

    assertThat(clone.getPreview().state()).isEqualTo(PreviewState.STORED);
    assertThat(clone.getPreview().audio()).isNotNull();
  }
}
