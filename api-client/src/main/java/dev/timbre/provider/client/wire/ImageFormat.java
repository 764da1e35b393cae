package dev.timbre.provider.client.wire;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of image that requests and answers carry, told by their first bytes. */
public enum ImageFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp");

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
  private static final byte[] WEBP_MARK = {'W', 'E', 'B', 'P'};
  private static final int WEBP_MARK_AT = 8;

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of an image, or empty when it is none of these. */
  public static Optional<ImageFormat> of(byte[] content) {
    if (has(content, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (has(content, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    return has(content, 0, RIFF) && has(content, WEBP_MARK_AT, WEBP_MARK)
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  private static boolean has(byte[] content, int at, byte[] mark) {
    int end = at + mark.length;
    return content.length >= end && Arrays.equals(content, at, end, mark, 0, mark.length);
  }

  /** Such as {@code image/png}. */
  public String mediaType() {
    return mediaType;
  }
}
