package dev.timbre.sandbox.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The models of the older video family and what each takes, by the provider's video pages. */
enum VideoModel {
  HAILUO_2_3("MiniMax-Hailuo-2.3", Input.OPTIONAL_FRAME),
  HAILUO_2_3_FAST("MiniMax-Hailuo-2.3-Fast", Input.FRAME),
  HAILUO_02("MiniMax-Hailuo-02", Input.OPTIONAL_FRAME),
  T2V_DIRECTOR("T2V-01-Director", Input.TEXT),
  T2V("T2V-01", Input.TEXT),
  I2V_DIRECTOR("I2V-01-Director", Input.FRAME),
  I2V_LIVE("I2V-01-live", Input.FRAME),
  I2V("I2V-01", Input.FRAME),
  S2V("S2V-01", Input.SUBJECT);

  /** What a model makes its film of. */
  enum Input {
    TEXT,
    FRAME,
    OPTIONAL_FRAME,
    SUBJECT
  }

  private final String wireName;
  private final Input input;

  VideoModel(String wireName, Input input) {
    this.wireName = wireName;
    this.input = input;
  }

  String wireName() {
    return wireName;
  }

  static List<String> wireNames() {
    return Arrays.stream(values()).map(VideoModel::wireName).toList();
  }

  static Optional<VideoModel> named(String wireName) {
    return Arrays.stream(values()).filter(m -> m.wireName.equals(wireName)).findFirst();
  }

  boolean isFirstGeneration() {
    return wireName.contains("V-01");
  }

  boolean takesFirstFrame() {
    return input == Input.FRAME || input == Input.OPTIONAL_FRAME;
  }

  boolean needsFirstFrame() {
    return input == Input.FRAME;
  }

  boolean takesLastFrame() {
    return this == HAILUO_02;
  }

  boolean needsSubject() {
    return input == Input.SUBJECT;
  }

  /** The resolutions it makes, the usual one first; of films from text or from a frame. */
  List<String> resolutions(boolean fromFrame) {
    if (isFirstGeneration()) {
      return List.of("720P");
    }
    return this == HAILUO_02 && fromFrame
        ? List.of("768P", "512P", "1080P")
        : List.of("768P", "1080P");
  }

  /** The lengths it makes at a resolution, in seconds, the usual one first. */
  List<Integer> durations(String resolution) {
    return isFirstGeneration() || resolution.equals("1080P") ? List.of(6) : List.of(6, 10);
  }
}
