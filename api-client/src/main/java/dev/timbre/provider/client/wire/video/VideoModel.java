package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.Check;

/** A video model's name. Open: new models pass through (MiniMax API reference, "Video"). */
public record VideoModel(String value) {

  /** From words, or from a first picture. */
  public static final VideoModel HAILUO_2_3 = new VideoModel("MiniMax-Hailuo-2.3");

  /** From a first picture only. */
  public static final VideoModel HAILUO_2_3_FAST = new VideoModel("MiniMax-Hailuo-2.3-Fast");

  /** From words, from a first picture, or between a first and a last one. */
  public static final VideoModel HAILUO_02 = new VideoModel("MiniMax-Hailuo-02");

  /** From words, obeying {@link CameraMove}s. */
  public static final VideoModel T2V_01_DIRECTOR = new VideoModel("T2V-01-Director");

  /** From words. */
  public static final VideoModel T2V_01 = new VideoModel("T2V-01");

  /** From a first picture, obeying {@link CameraMove}s. */
  public static final VideoModel I2V_01_DIRECTOR = new VideoModel("I2V-01-Director");

  /** From a first picture that is drawn rather than photographed. */
  public static final VideoModel I2V_01_LIVE = new VideoModel("I2V-01-live");

  /** From a first picture. */
  public static final VideoModel I2V_01 = new VideoModel("I2V-01");

  /** With a person taken from a picture. */
  public static final VideoModel S2V_01 = new VideoModel("S2V-01");

  public VideoModel {
    Check.notBlank("model", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
