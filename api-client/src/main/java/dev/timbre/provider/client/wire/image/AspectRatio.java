package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.wire.Check;

/** Width to height of an image. Open (MiniMax API reference, "Image"). */
public record AspectRatio(String value) {

  /** 1024×1024 pixels. */
  public static final AspectRatio SQUARE = new AspectRatio("1:1");

  /** 1280×720 pixels. */
  public static final AspectRatio WIDE_16_9 = new AspectRatio("16:9");

  /** 1152×864 pixels. */
  public static final AspectRatio WIDE_4_3 = new AspectRatio("4:3");

  /** 1248×832 pixels. */
  public static final AspectRatio WIDE_3_2 = new AspectRatio("3:2");

  /** 832×1248 pixels. */
  public static final AspectRatio TALL_2_3 = new AspectRatio("2:3");

  /** 864×1152 pixels. */
  public static final AspectRatio TALL_3_4 = new AspectRatio("3:4");

  /** 720×1280 pixels. */
  public static final AspectRatio TALL_9_16 = new AspectRatio("9:16");

  /** 1344×576 pixels; not with {@link ImageModel#IMAGE_01_LIVE}. */
  public static final AspectRatio CINEMA_21_9 = new AspectRatio("21:9");

  public AspectRatio {
    Check.notBlank("aspect_ratio", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
