package dev.timbre.speech.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.audio.entity.VoiceTraits;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

  private static final DriftWatch.Plan WEEKLY = new DriftWatch.Plan("Guten Tag.", 7, true);

  private static VoiceTraits traits(double seconds, Double pitch, Double loudness, double first) {
    List<Double> timbre = new ArrayList<>(Collections.nCopies(12, 0.0));
    timbre.set(0, first);
    return new VoiceTraits(seconds, pitch, loudness, timbre);
  }

  private static DriftCheck check(Speech speech) {
    DriftCheck check = new DriftCheck(NOW, speech.getVoiceId());
    check.speak(speech);
    return check;
  }

  private static Speech speech() {
    return SpeechFixtures.reservedSpeech(
        new Speech.Grounds(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID()),
        UUID.randomUUID());
  }

  private static DriftWatch watch() {
    return new DriftWatch(NOW, UUID.randomUUID(), UUID.randomUUID(), WEEKLY);
  }

  @Test
  void newWatch_isDueAtOnceAndThenAnIntervalLater() {
    DriftWatch watch = watch();
    assertThat(watch.isDue(NOW)).isTrue();

    watch.ordered(LATER);

    assertThat(watch.getNextDueAt()).isEqualTo(LATER.plus(Duration.ofDays(7)));
    assertThat(watch.isDue(LATER.plus(Duration.ofDays(7)).minusSeconds(1))).isFalse();
    assertThat(watch.isDue(LATER.plus(Duration.ofDays(7)))).isTrue();
  }

  @Test
  void watchThatIsOff_isNeverDue() {
    DriftWatch watch = watch();
    watch.change(new DriftWatch.Plan("Guten Tag.", 7, false));

    assertThat(watch.isDue(LATER)).isFalse();
  }

  @Test
  void planForAVoice_isItsOwn() {
    assertThat(watch().isByBrand()).isFalse();
  }

  @Test
  void usualPolicy_checksNothing() {
    assertThat(new DriftPolicy(NOW, UUID.randomUUID()).choice().active()).isFalse();
  }

  @Test
  void otherWords_needAnotherBaseline() {
    DriftWatch watch = watch();
    DriftCheck check = check(speech());
    check.becomeBaseline(traits(1, 120.0, -20.0, 0));
    watch.compareWith(check);

    watch.change(new DriftWatch.Plan("Guten Tag.", 14, true));
    assertThat(watch.getBaselineId()).isEqualTo(check.getId());
    watch.change(new DriftWatch.Plan("Guten Abend.", 14, true));

    assertThat(watch.getBaselineId()).isNull();
  }

  @Test
  void checkThatWasNotMeasured_isNoBaseline() {
    DriftCheck check = check(speech());
    check.fail("The phrase was not spoken.");

    assertThatThrownBy(() -> watch().compareWith(check)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> check.becomeBaseline(traits(1, 120.0, -20.0, 0)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void check_speaksOnceAndNotAfterItIsOver() {
    DriftCheck spoken = check(speech());
    assertThatThrownBy(() -> spoken.speak(speech())).isInstanceOf(Conflict.class);

    DriftCheck over = new DriftCheck(NOW, UUID.randomUUID());
    over.fail("voice-not-live");
    assertThatThrownBy(() -> over.speak(speech())).isInstanceOf(Conflict.class);
    assertThat(over.getSpeechId()).isNull();
  }

  @Test
  void checksOfAnotherClone_areNotCompared() {
    assertThat(check(speech()).isComparableWith(check(speech()))).isFalse();
    Speech same = speech();
    assertThat(check(same).isComparableWith(check(same))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 366})
  void intervalOutOfRange_isRefused(int days) {
    assertThatThrownBy(() -> new DriftPolicy.Choice(days, true)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new DriftWatch.Plan("x", days, true)).isInstanceOf(Invalid.class);
  }

  @Test
  void traits_differByWhatTheNamesSay() {
    VoiceTraits then = traits(2, 110.0, -20.0, 0);
    VoiceTraits now = traits(2.2, 220.0, -17.5, 24);

    assertThat(now.longerThan(then)).isCloseTo(0.1, within(1e-9));
    assertThat(now.higherThan(then)).isCloseTo(12, within(1e-9));
    assertThat(now.louderThan(then)).isCloseTo(2.5, within(1e-9));
    assertThat(now.farFrom(then)).isCloseTo(24 / Math.sqrt(VoiceTraits.BANDS), within(1e-9));
    assertThat(traits(1, null, null, 0).higherThan(then)).isNull();
    assertThat(traits(1, null, null, 0).louderThan(then)).isNull();
  }
}
