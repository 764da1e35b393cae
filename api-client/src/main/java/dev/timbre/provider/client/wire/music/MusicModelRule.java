package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import java.util.Map;
import java.util.Optional;

/**
 * What a known model wants (MiniMax API reference, "Music"). Unknown models have no rule.
 *
 * @param prompt how many characters the prompt may have
 * @param lyrics how many characters the lyrics may have
 * @param needs which texts there must be, and whether a song
 */
record MusicModelRule(Length prompt, Length lyrics, Needs needs) {

  /** Shortest and longest. */
  record Length(int least, int most) {}

  /** What a model cannot do without. */
  enum Needs {
    /** Lyrics, unless the provider writes them or nobody sings; a prompt if nobody sings. */
    SOMETHING_TO_SING,
    /** Both texts always. */
    BOTH_TEXTS,
    /** A prompt and a song to make anew. */
    SONG_TO_COVER
  }

  private static final MusicModelRule USUAL =
      new MusicModelRule(new Length(1, 2000), new Length(1, 3500), Needs.SOMETHING_TO_SING);
  private static final MusicModelRule COVER =
      new MusicModelRule(new Length(10, 300), new Length(10, 1000), Needs.SONG_TO_COVER);
  private static final MusicModelRule FIRST =
      new MusicModelRule(new Length(10, 300), new Length(10, 600), Needs.BOTH_TEXTS);

  private static final Map<MusicModel, MusicModelRule> RULES =
      Map.ofEntries(
          Map.entry(MusicModel.MUSIC_3_0, USUAL),
          Map.entry(MusicModel.MUSIC_3_0_FREE, USUAL),
          Map.entry(MusicModel.MUSIC_2_6, USUAL),
          Map.entry(MusicModel.MUSIC_2_6_FREE, USUAL),
          Map.entry(MusicModel.COVER, COVER),
          Map.entry(MusicModel.COVER_FREE, COVER),
          Map.entry(MusicModel.MUSIC_2_5_PLUS, USUAL),
          Map.entry(MusicModel.MUSIC_2_5, USUAL),
          Map.entry(MusicModel.MUSIC_2_0, USUAL),
          Map.entry(MusicModel.MUSIC_1_5, FIRST));

  static Optional<MusicModelRule> of(MusicModel model) {
    return Optional.ofNullable(RULES.get(model));
  }

  /**
   * @param instrumental whether nobody sings
   * @param optimizer whether the provider writes lyrics where there are none
   * @throws InvalidRequest when a text is missing, too short or too long
   */
  void requireTexts(
      Optional<String> givenPrompt,
      Optional<String> givenLyrics,
      boolean instrumental,
      boolean optimizer) {
    boolean something = needs == Needs.SOMETHING_TO_SING;
    boolean lyricsNeeded = needs == Needs.BOTH_TEXTS || something && !instrumental && !optimizer;
    if (givenPrompt.isPresent() || !something || instrumental) {
      Check.length("prompt", givenPrompt.orElse(null), prompt.least(), prompt.most());
    }
    if (givenLyrics.isPresent() || lyricsNeeded) {
      Check.length("lyrics", givenLyrics.orElse(null), lyrics.least(), lyrics.most());
    }
  }

  /**
   * @throws InvalidRequest when a model for covers has no song, or another one has
   */
  void requireSource(boolean given) {
    boolean needed = needs == Needs.SONG_TO_COVER;
    if (needed != given) {
      throw new InvalidRequest(
          "audio_url, audio_base64, cover_feature_id",
          given ? "present" : "missing",
          needed ? "exactly one of them with this model" : "none of them with this model");
    }
  }
}
