package dev.timbre.sandbox.video.h3;

import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.image.ImageFile;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import dev.timbre.sandbox.video.FilmOrder;
import dev.timbre.sandbox.video.FrameSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the calls that create tasks of the newer family; fields are checked one by one. */
final class H3Request {
  private static final String ADAPTIVE = "adaptive";
  private static final String USUAL_RATIO = "16:9";
  private static final int USUAL_SECONDS = 5;
  private static final Map<String, Double> RATIOS = ratios();
  private static final List<String> EXPANSIONS = List.of("disabled", "balanced", "quality");

  private H3Request() {}

  /** A film of what the request holds. */
  static H3Order generation(Fields fields, H3Content content) {
    H3Model model = model(fields, true);
    requireText(fields, content);
    requireNoBase(fields, content);
    return order(fields, content, new Kind(H3Order.GENERATION, model, content.text()));
  }

  /** A film made anew from a base that the request holds. */
  static H3Order regenerationOfBase(Fields fields, H3Content content) {
    H3Model model = model(fields, false);
    return order(fields, content, new Kind(H3Order.REGENERATION, model, content.text()));
  }

  /** A film made anew from an earlier order; what the request does not say is as it was. */
  static H3Order regenerationOf(H3Order source, Fields fields, H3Content content) {
    requireNoBase(fields, content);
    FilmOrder old = source.film();
    String prompt = content.text().isEmpty() ? old.prompt() : content.text();
    FilmOrder film =
        new FilmOrder(
            old.model(),
            prompt,
            old.resolution(),
            old.size(),
            old.seconds(),
            old.price(),
            old.purse(),
            callbackUrl(fields));
    return new H3Order(H3Order.REGENERATION, film, source.ratio(), content.images());
  }

  /** The preparation of a prompt. */
  static H3Order preparation(Fields fields, H3Content content) {
    H3Model model = model(fields, false);
    requireText(fields, content);
    requireNoBase(fields, content);
    return order(fields, content, new Kind(H3Order.PREPARATION, model, content.text()));
  }

  private record Kind(String type, H3Model model, String prompt) {}

  private static H3Order order(Fields fields, H3Content content, Kind kind) {
    H3Model model = kind.model();
    String resolution = resolution(fields, model);
    int seconds =
        fields
            .whole("duration", model.shortestSeconds(), H3Model.LONGEST_SECONDS)
            .orElse(USUAL_SECONDS);
    String ratio = ratio(fields, content);
    checkExtra(fields, model);
    double shape = ratio.equals(ADAPTIVE) ? shapeOf(content.firstFrame()) : RATIOS.get(ratio);
    boolean isFilm = !kind.type().equals(H3Order.PREPARATION);
    FilmOrder film =
        new FilmOrder(
            model.wireName(),
            kind.prompt(),
            resolution,
            FrameSize.of(H3Model.shorterSide(resolution), shape),
            seconds,
            isFilm ? StandInPrices.film(resolution, seconds) : StandInPrices.promptPreparation(),
            Purse.PAY_AS_YOU_GO,
            callbackUrl(fields));
    return new H3Order(kind.type(), film, ratio, content.images());
  }

  private static H3Model model(Fields fields, boolean required) {
    if (required) {
      fields.requireText("model");
    }
    return fields.choice("model", H3Model.wireNames()).flatMap(H3Model::named).orElse(H3Model.H3);
  }

  private static void requireText(Fields fields, H3Content content) {
    if (content.text().isEmpty()) {
      throw fields.refusal("content", "must have a text");
    }
  }

  private static void requireNoBase(Fields fields, H3Content content) {
    if (content.has(H3Content.BASE_VIDEO)) {
      throw fields.refusal("content", "must have no " + H3Content.BASE_VIDEO + " here");
    }
  }

  private static String resolution(Fields fields, H3Model model) {
    return fields.choice("resolution", model.resolutions()).orElse(model.resolutions().get(0));
  }

  private static String ratio(Fields fields, H3Content content) {
    Optional<String> ratio = fields.choice("ratio", RATIOS.keySet());
    if (!content.hasMedia() && ratio.filter(ADAPTIVE::equals).isPresent()) {
      throw fields.refusal("ratio", "must be a fixed one for a film of text alone");
    }
    return ratio.orElse(content.hasMedia() ? ADAPTIVE : USUAL_RATIO);
  }

  private static void checkExtra(Fields fields, H3Model model) {
    Fields extra = fields.object("extra").orElse(new Fields("", Call.object()));
    if (extra.choice("prompt_expansion_mode", EXPANSIONS).isPresent() && !model.expandsPrompts()) {
      throw extra.refusal(
          "prompt_expansion_mode", "is only supported by " + H3Model.H3_MAX.wireName());
    }
  }

  private static String callbackUrl(Fields fields) {
    return fields.text("callback_url").filter(url -> !url.isEmpty()).orElse(null);
  }

  private static double shapeOf(Optional<ImageFile> frame) {
    return frame.map(f -> (double) f.width() / f.height()).orElse(RATIOS.get(USUAL_RATIO));
  }

  private static Map<String, Double> ratios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put(ADAPTIVE, 0.0);
    for (String ratio : List.of("21:9", "16:9", "4:3", "1:1", "3:4", "9:16")) {
      String[] sides = ratio.split(":");
      ratios.put(ratio, Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]));
    }
    return ratios;
  }
}
