package dev.timbre.sandbox.image;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import java.util.List;

/**
 * What a picture must be that a request carries. Of a link nothing can be told, so only pictures in
 * data URLs are measured.
 *
 * @param formats as {@link ImageFile} names them
 * @param belowBytes exclusive limit of the file size, in bytes
 * @param shortSideAbove exclusive lower limit of the shorter side, in pixels
 * @param longestRatio largest ratio of the longer side to the shorter
 */
public record ImageRule(
    List<String> formats, long belowBytes, int shortSideAbove, double longestRatio) {
  private static final long MEGABYTE = 1 << 20;

  /** The subject of an image, by the provider's image page. */
  public static final ImageRule SUBJECT =
      new ImageRule(List.of("jpeg", "png"), 10 * MEGABYTE, 0, Double.MAX_VALUE);

  /** A frame or subject of a video, by the provider's video pages. */
  public static final ImageRule FRAME =
      new ImageRule(List.of("jpeg", "png", "webp"), 20 * MEGABYTE, 300, 2.5);

  /** A picture that a film of the newer family is made of. */
  public static final ImageRule FILM_INPUT =
      new ImageRule(List.of("jpeg", "png", "webp"), 30 * MEGABYTE + 1, 0, Double.MAX_VALUE);

  /**
   * Checks one value of a field.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 that names the measured value and the limit
   */
  public GivenMedia check(Fields fields, String name, String value) {
    GivenMedia media = GivenMedia.parse(fields, name, value);
    media.bytes().ifPresent(bytes -> check(fields, name, bytes));
    return media;
  }

  private void check(Fields fields, String name, byte[] bytes) {
    if (bytes.length >= belowBytes) {
      throw fields.refusal(name, "must be below " + belowBytes + " bytes, got " + bytes.length);
    }
    ImageFile file =
        ImageFile.of(bytes)
            .filter(f -> formats.contains(f.format()))
            .orElseThrow(() -> fields.refusal(name, "must be a picture of format " + formats));
    int shorter = Math.min(file.width(), file.height());
    int longer = Math.max(file.width(), file.height());
    if (shorter <= shortSideAbove) {
      throw fields.refusal(
          name, "must have a shorter side above " + shortSideAbove + " px, got " + shorter);
    }
    if (longer > longestRatio * shorter) {
      throw fields.refusal(
          name,
          "must have sides within a ratio of " + longestRatio + ", got " + longer + ":" + shorter);
    }
  }
}
