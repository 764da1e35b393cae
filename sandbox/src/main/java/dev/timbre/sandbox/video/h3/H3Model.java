package dev.timbre.sandbox.video.h3;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The models of the newer video family and what each makes, by the provider's page on them. */
enum H3Model {
  H3("MiniMax-H3", List.of("768P", "2K"), 4),
  H3_MAX("MiniMax-H3-Max", List.of("768P", "480P"), 5);

  static final int LONGEST_SECONDS = 15;

  private final String wireName;
  private final List<String> resolutions;
  private final int shortestSeconds;

  H3Model(String wireName, List<String> resolutions, int shortestSeconds) {
    this.wireName = wireName;
    this.resolutions = resolutions;
    this.shortestSeconds = shortestSeconds;
  }

  static List<String> wireNames() {
    return Arrays.stream(values()).map(H3Model::wireName).toList();
  }

  static Optional<H3Model> named(String wireName) {
    return Arrays.stream(values()).filter(m -> m.wireName.equals(wireName)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  /** The usual one first. */
  List<String> resolutions() {
    return resolutions;
  }

  int shortestSeconds() {
    return shortestSeconds;
  }

  boolean expandsPrompts() {
    return this == H3_MAX;
  }

  /** Pixels of the shorter side. */
  static int shorterSide(String resolution) {
    return switch (resolution) {
      case "480P" -> 480;
      case "2K" -> 1440;
      default -> 768;
    };
  }
}
