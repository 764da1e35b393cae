package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Check;

/** A music model's name. Open: new models pass through (MiniMax API reference, "Music"). */
public record MusicModel(String value) {

  public static final MusicModel MUSIC_3_0 = new MusicModel("music-3.0");
  public static final MusicModel MUSIC_3_0_FREE = new MusicModel("music-3.0-free");
  public static final MusicModel MUSIC_2_6 = new MusicModel("music-2.6");
  public static final MusicModel MUSIC_2_6_FREE = new MusicModel("music-2.6-free");

  /** Makes a song that exists anew; needs a {@link CoverSource}. */
  public static final MusicModel COVER = new MusicModel("music-cover");

  public static final MusicModel COVER_FREE = new MusicModel("music-cover-free");
  public static final MusicModel MUSIC_2_5_PLUS = new MusicModel("music-2.5+");
  public static final MusicModel MUSIC_2_5 = new MusicModel("music-2.5");
  public static final MusicModel MUSIC_2_0 = new MusicModel("music-2.0");
  public static final MusicModel MUSIC_1_5 = new MusicModel("music-1.5");
  public static final MusicModel MUSIC_01 = new MusicModel("music-01");

  public MusicModel {
    Check.notBlank("model", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
