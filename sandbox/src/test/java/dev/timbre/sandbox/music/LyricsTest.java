package dev.timbre.sandbox.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LyricsTest {

  @Test
  void song_isAboutThePromptAndHasKnownTags() {
    Lyrics lyrics = Lyrics.write("a harbour in the rain, slow jazz", "");
    assertThat(lyrics.title()).isEqualTo("A harbour in the rain, slow");
    assertThat(lyrics.styleTags()).isEqualTo("jazz");
    assertThat(lyrics.text()).contains("Oh a harbour in the rain, slow").startsWith("[Intro]");
    assertThat(SongForm.of(lyrics.text()).bars()).hasSize(14);
  }

  @Test
  void givenTitle_stays_andAnEmptyPromptIsAboutASong() {
    assertThat(Lyrics.write("", "Low tide").title()).isEqualTo("Low tide");
    assertThat(Lyrics.write("!!!", "").text()).contains("a line of a song");
  }

  @Test
  void edit_keepsTheGivenWordsAndAddsABridge() {
    Lyrics lyrics = Lyrics.edit("[Verse]\nOld words", "码头上的雨", "雨");
    assertThat(lyrics.text())
        .isEqualTo(
            "[Verse]\nOld words\n[Bridge]\nAnd now it turns to 码头上的雨\nBefore the song goes home");
  }
}
