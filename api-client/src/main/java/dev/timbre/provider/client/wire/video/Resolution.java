package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.Check;

/** How fine a video is. Open; which model makes which is checked for known models only. */
public record Resolution(String value) {

  /** Only {@link VideoModel#HAILUO_02}, and only from a first picture. */
  public static final Resolution P512 = new Resolution("512P");

  /** Only models of the 01 generation. */
  public static final Resolution P720 = new Resolution("720P");

  /** What the newer models make if nothing is said. */
  public static final Resolution P768 = new Resolution("768P");

  /** 6 s at most. */
  public static final Resolution P1080 = new Resolution("1080P");

  public Resolution {
    Check.notBlank("resolution", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
