package dev.timbre.provider.client.wire.video;

import static dev.timbre.provider.client.wire.video.Resolution.P1080;
import static dev.timbre.provider.client.wire.video.Resolution.P512;
import static dev.timbre.provider.client.wire.video.Resolution.P720;
import static dev.timbre.provider.client.wire.video.Resolution.P768;

import dev.timbre.provider.client.error.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a known model can do (MiniMax API reference, "Video"). Unknown models have no rule, and a
 * resolution that no rule names is left to the provider.
 *
 * @param from what the video is made from
 * @param seconds allowed durations by resolution
 */
record VideoModelRule(From from, Map<Resolution, Set<Integer>> seconds) {

  /** What a model takes besides words. */
  enum From {
    WORDS,
    WORDS_OR_FIRST_FRAME,
    FIRST_FRAME,
    FIRST_AND_LAST_FRAME,
    SUBJECT
  }

  private static final int USUAL_SECONDS = 6;

  private static final Set<Integer> SHORT = Set.of(USUAL_SECONDS);
  private static final Set<Integer> SHORT_OR_LONG = Set.of(USUAL_SECONDS, 10);

  private static final Map<Resolution, Set<Integer>> FIRST_GENERATION = Map.of(P720, SHORT);
  private static final Map<Resolution, Set<Integer>> HAILUO_2_3 =
      Map.of(P768, SHORT_OR_LONG, P1080, SHORT);
  private static final Map<Resolution, Set<Integer>> HAILUO_02 =
      Map.of(P512, SHORT_OR_LONG, P768, SHORT_OR_LONG, P1080, SHORT);

  private static final Set<Resolution> KNOWN = Set.of(P512, P720, P768, P1080);

  private static final Map<VideoModel, VideoModelRule> RULES =
      Map.of(
          VideoModel.HAILUO_2_3, new VideoModelRule(From.WORDS_OR_FIRST_FRAME, HAILUO_2_3),
          VideoModel.HAILUO_2_3_FAST, new VideoModelRule(From.FIRST_FRAME, HAILUO_2_3),
          VideoModel.HAILUO_02, new VideoModelRule(From.FIRST_AND_LAST_FRAME, HAILUO_02),
          VideoModel.T2V_01_DIRECTOR, new VideoModelRule(From.WORDS, FIRST_GENERATION),
          VideoModel.T2V_01, new VideoModelRule(From.WORDS, FIRST_GENERATION),
          VideoModel.I2V_01_DIRECTOR, new VideoModelRule(From.FIRST_FRAME, FIRST_GENERATION),
          VideoModel.I2V_01_LIVE, new VideoModelRule(From.FIRST_FRAME, FIRST_GENERATION),
          VideoModel.I2V_01, new VideoModelRule(From.FIRST_FRAME, FIRST_GENERATION),
          VideoModel.S2V_01, new VideoModelRule(From.SUBJECT, FIRST_GENERATION));

  static Optional<VideoModelRule> of(VideoModel model) {
    return Optional.ofNullable(RULES.get(model));
  }

  boolean needsFirstFrame() {
    return from == From.FIRST_FRAME;
  }

  boolean needsSubject() {
    return from == From.SUBJECT;
  }

  boolean takesLastFrame() {
    return from == From.FIRST_AND_LAST_FRAME;
  }

  /** Only the newer generation can shorten the work of its prompt optimizer. */
  boolean takesFastPretreatment() {
    return !seconds.equals(FIRST_GENERATION);
  }

  /**
   * @throws InvalidRequest for a resolution or a duration that the model does not make
   */
  void requirePicture(Optional<Resolution> asked, OptionalInt duration, boolean hasFirstFrame) {
    Resolution resolution = asked.orElse(seconds.containsKey(P768) ? P768 : P720);
    if (KNOWN.contains(resolution) && !seconds.containsKey(resolution)) {
      throw new InvalidRequest("resolution", resolution + " with this model", resolutions());
    }
    if (resolution.equals(P512) && !hasFirstFrame) {
      throw new InvalidRequest(
          "resolution", resolution + " without first_frame_image", "768P, 1080P");
    }
    Set<Integer> allowed = seconds.get(resolution);
    if (allowed != null && !allowed.contains(duration.orElse(USUAL_SECONDS))) {
      throw new InvalidRequest(
          "duration",
          duration.getAsInt() + " s with this model and " + resolution,
          "one of " + new TreeSet<>(allowed));
    }
  }

  private String resolutions() {
    return seconds.keySet().stream()
        .map(Resolution::value)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
