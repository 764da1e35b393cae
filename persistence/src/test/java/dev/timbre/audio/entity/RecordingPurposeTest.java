package dev.timbre.audio.entity;

import static dev.timbre.audio.entity.RecordingPurpose.CLONE_PROMPT;
import static dev.timbre.audio.entity.RecordingPurpose.CLONE_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.timbre.platform.error.Invalid;
import org.junit.jupiter.api.Test;

class RecordingPurposeTest {

  @Test
  void cloneSource_includesBothBounds() {
    assertThat(CLONE_SOURCE.isTooShort(9.999)).isTrue();
    assertThat(CLONE_SOURCE.isTooShort(10)).isFalse();
    assertThat(CLONE_SOURCE.isTooLong(300)).isFalse();
    assertThat(CLONE_SOURCE.isTooLong(300.001)).isTrue();
  }

  @Test
  void clonePrompt_excludesBothBounds() {
    assertThat(CLONE_PROMPT.isTooShort(0)).isTrue();
    assertThat(CLONE_PROMPT.isTooShort(0.1)).isFalse();
    assertThat(CLONE_PROMPT.isTooLong(7.999)).isFalse();
    assertThat(CLONE_PROMPT.isTooLong(8)).isTrue();
  }

  @Test
  void wireName_leadsBackToThePurpose() {
    for (RecordingPurpose purpose : RecordingPurpose.values()) {
      assertThat(RecordingPurpose.ofWireName(purpose.wireName())).isEqualTo(purpose);
    }
  }

  @Test
  void unknownWireName_isRefused() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> RecordingPurpose.ofWireName("CLONE_SOURCE"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("purpose-unknown"));
  }
}
