package dev.timbre.voice.control.reconciliation;

import static dev.timbre.voice.control.reconciliation.OwnClones.NOW;
import static dev.timbre.voice.control.reconciliation.OwnClones.provisional;
import static dev.timbre.voice.control.reconciliation.OwnClones.requested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.control.ProviderInventory.ListedFile;
import dev.timbre.voice.entity.Clone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileComparisonTest {

  private static final Instant KEPT_UNTIL = NOW.minus(Duration.ofDays(1));
  private static final Instant OLD = KEPT_UNTIL.minusSeconds(1);

  private static ListedFile named(String name, Instant stored) {
    return new ListedFile("4711", "voice_clone", name, 1000L, stored);
  }

  private static ListedFile sampleOf(Clone clone) {
    return named(clone.getProviderVoiceId() + "-0123456789ab.wav", NOW);
  }

  private static FileComparison compared(Clone clone, ListedFile file) {
    return FileComparison.of(List.of(file), Map.of(clone.getProviderVoiceId(), clone), KEPT_UNTIL);
  }

  @Test
  void sampleOfAnOldClone_isLeftOver() {
    Clone clone = provisional(OLD);

    assertThat(compared(clone, sampleOf(clone)).ours()).hasSize(1);
    assertThat(compared(clone, sampleOf(clone)).foreign()).isEmpty();
  }

  @Test
  void sampleOfAYoungClone_isKeptWhateverTheProvidersClockSays() {
    Clone clone = provisional(NOW);
    ListedFile file = named(clone.getProviderVoiceId() + "-0123456789ab.wav", OLD);

    assertThat(compared(clone, file)).isEqualTo(new FileComparison(List.of(), List.of()));
  }

  @Test
  void sampleThatIsStillNeeded_isKept() {
    Clone clone = requested(OLD);

    assertThat(compared(clone, sampleOf(clone)).ours()).isEmpty();
  }

  @Test
  void fileOfSomebodyElse_isForeignOnceItIsOld() {
    Clone clone = provisional(OLD);

    assertThat(compared(clone, named("kerstin.mp3", OLD)).foreign()).hasSize(1);
    assertThat(compared(clone, named("other-0123456789ab.wav", OLD)).foreign()).hasSize(1);
    assertThat(compared(clone, named(null, null)).foreign()).hasSize(1);
    assertThat(compared(clone, named("kerstin.mp3", NOW)).foreign()).isEmpty();
  }
}
