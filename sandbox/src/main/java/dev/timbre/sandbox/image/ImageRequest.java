package dev.timbre.sandbox.image;

import dev.timbre.sandbox.http.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An image call, its fields checked one by one.
 *
 * @param tint how strong the colours are, which stands for the style
 * @param seed of the first picture; the others count on from it
 * @param asBase64 whether the pictures are carried in the answer; otherwise as links
 */
record ImageRequest(
    String model, String prompt, double tint, Size size, int count, long seed, boolean asBase64) {

  /** Width and height in pixels. */
  record Size(int width, int height) {}

  private static final String PLAIN_MODEL = "image-01";
  private static final String STYLED_MODEL = "image-01-live";
  private static final String WIDEST = "21:9";
  private static final int MAX_PROMPT = 1500;
  private static final int MAX_COUNT = 9;
  private static final int MIN_SIDE = 512;
  private static final int MAX_SIDE = 2048;
  private static final Size USUAL_SIZE = new Size(1024, 1024);
  private static final double USUAL_WEIGHT = 0.8;

  /** Each style draws with colours of its own strength. */
  private static final Map<String, Double> STYLES =
      Map.of("漫画", 1.0, "元气", 0.85, "中世纪", 0.35, "水彩", 0.2);

  private static final Map<String, Size> SIZES = sizes();

  static ImageRequest read(Fields fields) {
    fields.requireText("model");
    String model = fields.choice("model", List.of(PLAIN_MODEL, STYLED_MODEL)).orElseThrow();
    String prompt = fields.requireText("prompt");
    int length = prompt.codePointCount(0, prompt.length());
    if (length > MAX_PROMPT) {
      throw fields.refusal("prompt", "must have at most 1500 characters, got " + length);
    }
    fields.flag("prompt_optimizer");
    checkSubjects(fields);
    String words = fields.flag("aigc_watermark") ? prompt + " (AI)" : prompt;
    long seed =
        fields.has("seed")
            ? fields.requireInt64("seed")
            : RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
    Optional<String> format = fields.choice("response_format", List.of("url", "base64"));
    return new ImageRequest(
        model,
        words,
        tint(fields, model),
        size(fields, model),
        fields.whole("n", 1, MAX_COUNT).orElse(1),
        seed,
        format.filter("base64"::equals).isPresent());
  }

  private static double tint(Fields fields, String model) {
    Optional<Fields> style = fields.object("style");
    if (style.isEmpty()) {
      return Painting.USUAL_TINT;
    }
    if (!model.equals(STYLED_MODEL)) {
      throw fields.refusal("style", "is only supported by " + STYLED_MODEL);
    }
    style.get().requireText("style_type");
    String type = style.get().choice("style_type", STYLES.keySet()).orElseThrow();
    double weight = style.get().decimal("style_weight", 0, 1).orElse(USUAL_WEIGHT);
    if (weight == 0) {
      throw style.get().refusal("style_weight", "must be in (0, 1], got 0");
    }
    return Painting.USUAL_TINT + weight * (STYLES.get(type) - Painting.USUAL_TINT);
  }

  private static Size size(Fields fields, String model) {
    Optional<Integer> width = fields.whole("width", MIN_SIDE, MAX_SIDE);
    Optional<Integer> height = fields.whole("height", MIN_SIDE, MAX_SIDE);
    Optional<String> ratio = fields.choice("aspect_ratio", SIZES.keySet());
    if (ratio.isPresent()) {
      if (ratio.get().equals(WIDEST) && !model.equals(PLAIN_MODEL)) {
        throw fields.refusal("aspect_ratio", WIDEST + " is only supported by " + PLAIN_MODEL);
      }
      return SIZES.get(ratio.get());
    }
    if (width.isEmpty() && height.isEmpty()) {
      return USUAL_SIZE;
    }
    if (!model.equals(PLAIN_MODEL)) {
      throw fields.refusal("width", "and height are only supported by " + PLAIN_MODEL);
    }
    return new Size(side(fields, "width", width), side(fields, "height", height));
  }

  private static int side(Fields fields, String name, Optional<Integer> given) {
    int side =
        given.orElseThrow(() -> fields.refusal(name, "is empty, width and height go together"));
    if (side % 8 != 0) {
      throw fields.refusal(name, "must be a multiple of 8, got " + side);
    }
    return side;
  }

  private static void checkSubjects(Fields fields) {
    for (Fields subject : fields.objects("subject_reference")) {
      subject.requireText("type");
      subject.choice("type", List.of("character"));
      ImageRule.SUBJECT.check(subject, "image_file", subject.requireText("image_file"));
    }
  }

  private static Map<String, Size> sizes() {
    Map<String, Size> sizes = new LinkedHashMap<>();
    sizes.put("1:1", USUAL_SIZE);
    sizes.put("16:9", new Size(1280, 720));
    sizes.put("4:3", new Size(1152, 864));
    sizes.put("3:2", new Size(1248, 832));
    sizes.put("2:3", new Size(832, 1248));
    sizes.put("3:4", new Size(864, 1152));
    sizes.put("9:16", new Size(720, 1280));
    sizes.put(WIDEST, new Size(1344, 576));
    return sizes;
  }
}
