package dev.timbre.sandbox.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.sandbox.audio.Pcm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MelodyTest {
  private static final String SONG =
      """
      [Intro]
      [Verse 1]
      Grey harbour in the rain
      Ropes and gulls
      [chorus]
      Home again
      [Verse 2]
      Lamps along the quay
      [Chorus]
      Home again
      """;

  @Test
  void song_hasABarForEachLineAndTwoForAWordlessSection() {
    SongForm form = SongForm.of(SONG);
    assertThat(form.bars())
        .extracting(SongForm.Bar::section)
        .containsExactly("intro", "intro", "verse", "verse", "chorus", "verse", "chorus");
    assertThat(form.bars()).extracting(SongForm.Bar::notes).containsExactly(6, 6, 5, 3, 2, 4, 2);
  }

  @Test
  void unknownTag_isSung_andChineseWordsCountOneByOne() {
    assertThat(SongForm.of("[Rap battle]\n雨落在码头").bars())
        .containsExactly(new SongForm.Bar("verse", 0, 2), new SongForm.Bar("verse", 1, 5));
  }

  @Test
  void manyLines_endAtSixtyBars() {
    assertThat(SongForm.of("la la\n".repeat(500)).bars()).hasSize(60);
    assertThat(SongForm.of("").bars()).hasSize(2);
    assertThat(SongForm.instrumental().bars()).hasSize(12);
  }

  @Test
  void melody_lastsItsBarsAndIsHeardAndDoesNotClip() {
    Melody melody = new Melody(SongForm.of(SONG), 41);
    Pcm sound = melody.play(16_000);
    assertThat(sound.samples().length / 16_000.0).isEqualTo(7 * melody.barSeconds(), within(0.01));
    float peak = 0;
    for (float sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    assertThat(peak).isBetween(0.2f, 1f);
  }

  @Test
  void chorus_soundsTheSameAgain_andAnotherSeedDoesNot() {
    Melody melody = new Melody(SongForm.of(SONG), 41);
    float[] samples = melody.play(16_000).samples();
    int bar = samples.length / 7;
    float[] first = Arrays.copyOfRange(samples, 4 * bar, 5 * bar);
    assertThat(Arrays.copyOfRange(samples, 6 * bar, 7 * bar)).isEqualTo(first);
    assertThat(melody.play(16_000).samples()).isEqualTo(samples);
    assertThat(new Melody(SongForm.of(SONG), 42).play(16_000).samples()).isNotEqualTo(samples);
  }
}
