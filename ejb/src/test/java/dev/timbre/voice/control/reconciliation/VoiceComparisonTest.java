package dev.timbre.voice.control.reconciliation;

import static dev.timbre.voice.control.reconciliation.OwnClones.NOW;
import static dev.timbre.voice.control.reconciliation.OwnClones.permanent;
import static dev.timbre.voice.control.reconciliation.OwnClones.provisional;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.voice.entity.Clone;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoiceComparisonTest {

  private static final Duration LAG = Duration.ofMinutes(5);
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));

  private static VoiceComparison compared(List<Clone> ours, Clone... listed) {
    Set<String> ids =
        Arrays.stream(listed).map(Clone::getProviderVoiceId).collect(Collectors.toSet());
    return VoiceComparison.of(ours, ids, NOW, LAG);
  }

  @Test
  void permanentClone_isMissingWhenItIsNotListed() {
    Clone there = permanent(LONG_AGO);
    Clone gone = permanent(LONG_AGO);

    VoiceComparison found = compared(List.of(there, gone), there);

    assertThat(found.missing()).containsExactly(gone);
    assertThat(found.present()).containsExactly(there);
    assertThat(found.credible()).isTrue();
  }

  @Test
  void listWithoutAnyOfSeveral_isNotBelieved() {
    VoiceComparison found = compared(List.of(permanent(LONG_AGO), permanent(LONG_AGO)));

    assertThat(found.missing()).hasSize(2);
    assertThat(found.credible()).isFalse();
  }

  @Test
  void listWithoutTheOnlyOne_isBelieved() {
    assertThat(compared(List.of(permanent(LONG_AGO))).credible()).isTrue();
  }

  @Test
  void cloneThatHasJustBecomePermanent_isNotYetMissed() {
    assertThat(compared(List.of(permanent(NOW.minus(LAG)))).missing()).isEmpty();
    assertThat(compared(List.of(permanent(NOW.minus(LAG).minusSeconds(1)))).missing()).hasSize(1);
  }

  @Test
  void unusedClone_isNotMissedBeforeItsDeadline() {
    VoiceComparison found = compared(List.of(provisional(NOW.minus(Duration.ofHours(160)))));

    assertThat(found.missing()).isEmpty();
    assertThat(found.lapsed()).isEmpty();
  }

  @Test
  void cloneWhoseSpeechWasLost_isUsedWhenListedAndLapsedWhenItsTimeIsOver() {
    Clone clone = provisional(NOW.minus(Duration.ofHours(170)));
    clone.useLost(true);

    assertThat(clone.hasSurelyLapsed(NOW)).isFalse();
    assertThat(compared(List.of(clone), clone).used()).containsExactly(clone);
    assertThat(compared(List.of(clone)).lapsed()).containsExactly(clone);
  }
}
