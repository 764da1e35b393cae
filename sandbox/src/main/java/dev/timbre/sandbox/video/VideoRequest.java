package dev.timbre.sandbox.video;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import dev.timbre.sandbox.image.ImageFile;
import dev.timbre.sandbox.image.ImageRule;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import java.util.List;
import java.util.Optional;

/** Reads a call of the older video family; its fields are checked one by one. */
final class VideoRequest {
  private static final int MAX_PROMPT = 2000;
  private static final List<String> RESOLUTIONS = List.of("512P", "720P", "768P", "1080P");

  private VideoRequest() {}

  static FilmOrder read(Fields fields) {
    fields.requireText("model");
    VideoModel model =
        fields.choice("model", VideoModel.wireNames()).flatMap(VideoModel::named).orElseThrow();
    fields.flag("prompt_optimizer");
    fields.flag("fast_pretreatment");
    boolean watermark = fields.flag("aigc_watermark");
    Optional<GivenMedia> first = frame(fields, "first_frame_image", model.takesFirstFrame(), model);
    Optional<GivenMedia> last = frame(fields, "last_frame_image", model.takesLastFrame(), model);
    if (model.needsFirstFrame() && first.isEmpty()) {
      throw fields.refusal("first_frame_image", "is empty, " + model.wireName() + " needs it");
    }
    checkSubject(fields, model);
    boolean fromFrame = first.isPresent() || last.isPresent();
    String prompt = prompt(fields, fromFrame || model.needsSubject());
    String resolution = resolution(fields, model, fromFrame);
    int seconds = duration(fields, model, resolution);
    return new FilmOrder(
        model.wireName(),
        watermark ? prompt + " (AI)" : prompt,
        resolution,
        FrameSize.of(shorterSide(resolution), ratio(first.or(() -> last))),
        seconds,
        StandInPrices.film(resolution, seconds),
        Purse.PAY_AS_YOU_GO,
        fields.text("callback_url").filter(u -> !u.isEmpty()).orElse(null));
  }

  private static String prompt(Fields fields, boolean optional) {
    String prompt = optional ? fields.text("prompt").orElse("") : fields.requireText("prompt");
    int length = prompt.codePointCount(0, prompt.length());
    if (length > MAX_PROMPT) {
      throw fields.refusal("prompt", "must have at most 2000 characters, got " + length);
    }
    return prompt;
  }

  private static Optional<GivenMedia> frame(
      Fields fields, String name, boolean taken, VideoModel model) {
    Optional<String> value = fields.text(name).filter(v -> !v.isEmpty());
    if (value.isPresent() && !taken) {
      throw fields.refusal(name, "is not supported by " + model.wireName());
    }
    return value.map(v -> ImageRule.FRAME.check(fields, name, v));
  }

  private static void checkSubject(Fields fields, VideoModel model) {
    List<Fields> subjects = fields.objects("subject_reference");
    if (!model.needsSubject()) {
      if (!subjects.isEmpty()) {
        throw fields.refusal("subject_reference", "is not supported by " + model.wireName());
      }
      return;
    }
    if (subjects.size() != 1) {
      throw fields.refusal("subject_reference", "must have one subject, got " + subjects.size());
    }
    Fields subject = subjects.get(0);
    subject.requireText("type");
    subject.choice("type", List.of("character"));
    List<String> images = subject.texts("image");
    if (images.size() != 1) {
      throw subject.refusal("image", "must have one image, got " + images.size());
    }
    ImageRule.FRAME.check(subject, "image", images.get(0));
  }

  private static String resolution(Fields fields, VideoModel model, boolean fromFrame) {
    List<String> allowed = model.resolutions(fromFrame);
    String resolution = fields.choice("resolution", RESOLUTIONS).orElse(allowed.get(0));
    if (!allowed.contains(resolution)) {
      throw fields.refusal(
          "resolution",
          "must be one of " + allowed + " for " + model.wireName() + ", got " + resolution);
    }
    return resolution;
  }

  private static int duration(Fields fields, VideoModel model, String resolution) {
    List<Integer> allowed = model.durations(resolution);
    int seconds = fields.whole("duration", List.of(6, 10)).orElse(6);
    if (!allowed.contains(seconds)) {
      throw fields.refusal(
          "duration",
          "must be one of "
              + allowed
              + " for "
              + model.wireName()
              + " at "
              + resolution
              + ", got "
              + seconds);
    }
    return seconds;
  }

  private static int shorterSide(String resolution) {
    return Integer.parseInt(resolution.substring(0, resolution.length() - 1));
  }

  private static double ratio(Optional<GivenMedia> frame) {
    return frame
        .flatMap(GivenMedia::bytes)
        .flatMap(ImageFile::of)
        .map(file -> (double) file.width() / file.height())
        .orElse(FrameSize.WIDE);
  }
}
