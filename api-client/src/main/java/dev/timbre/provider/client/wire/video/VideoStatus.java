package dev.timbre.provider.client.wire.video;

import java.util.List;

/**
 * How far a video is. Open: a word that nobody knows is neither success nor failure, so the video
 * counts as under way.
 */
public record VideoStatus(String value) {

  public static final VideoStatus PREPARING = new VideoStatus("Preparing");
  public static final VideoStatus QUEUEING = new VideoStatus("Queueing");
  public static final VideoStatus PROCESSING = new VideoStatus("Processing");
  public static final VideoStatus SUCCESS = new VideoStatus("Success");
  public static final VideoStatus FAIL = new VideoStatus("Fail");

  /** The provider no longer knows; counts as a failure. */
  public static final VideoStatus UNKNOWN = new VideoStatus("Unknown");

  private static final List<VideoStatus> KNOWN =
      List.of(PREPARING, QUEUEING, PROCESSING, SUCCESS, FAIL, UNKNOWN);

  /**
   * The status behind a word in any case: queries write {@code Success} and {@code Fail}, where
   * notifications write {@code success} and {@code failed}.
   */
  public static VideoStatus of(String word) {
    String stripped = word.strip();
    if (stripped.equalsIgnoreCase("failed")) {
      return FAIL;
    }
    return KNOWN.stream()
        .filter(known -> known.value.equalsIgnoreCase(stripped))
        .findFirst()
        .orElseGet(() -> new VideoStatus(stripped));
  }

  /** Whether the video is ready. */
  public boolean isSuccess() {
    return equals(SUCCESS);
  }

  /** Whether there will never be a video. */
  public boolean isFailure() {
    return equals(FAIL) || equals(UNKNOWN);
  }

  /** Whether asking again is of no use. */
  public boolean isFinal() {
    return isSuccess() || isFailure();
  }

  @Override
  public String toString() {
    return value;
  }
}
