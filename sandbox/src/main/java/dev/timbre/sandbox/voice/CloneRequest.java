package dev.timbre.sandbox.voice;

import dev.timbre.sandbox.audio.MarkedText;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.speech.SpeechRequest;
import dev.timbre.sandbox.speech.SpeechTerms;
import java.util.Optional;

/**
 * A clone call, its fields checked one by one.
 *
 * @param preview what to speak at once, if anything
 */
public record CloneRequest(
    long fileId,
    String voiceId,
    Optional<Prompt> prompt,
    Optional<Preview> preview,
    boolean hasTextValidation) {

  private static final int MAX_TEXT = 1000;
  private static final int MAX_VALIDATION = 200;

  /** A second sample with its transcript. */
  public record Prompt(long audioId, String text) {}

  /** The text that the new voice says, the model, and whether a mark follows. */
  public record Preview(String text, MarkedText marked, String model, boolean watermark) {}

  public static CloneRequest read(Fields fields) {
    long fileId = fields.requireInt64("file_id");
    String voiceId = VoiceId.require(fields);
    fields.flag("need_noise_reduction");
    fields.flag("need_volume_normalization");
    fields.decimal("accuracy", 0, 1);
    Optional<String> model = fields.choice("model", SpeechTerms.MODELS);
    Optional<String> language = fields.choice("language_boost", SpeechTerms.LANGUAGES);
    if (model.isPresent()
        && language.filter(l -> !SpeechTerms.speaks(model.get(), l)).isPresent()) {
      throw fields.refusal(
          "language_boost", language.get() + " is not supported by " + model.get());
    }
    return new CloneRequest(
        fileId, voiceId, prompt(fields), preview(fields, model), validation(fields));
  }

  private static boolean validation(Fields fields) {
    Optional<String> text = fields.text("text_validation").filter(t -> !t.isEmpty());
    if (text.isPresent() && length(text.get()) > MAX_VALIDATION) {
      throw fields.refusal("text_validation", "must have at most 200 characters");
    }
    return text.isPresent();
  }

  private static Optional<Prompt> prompt(Fields fields) {
    return fields
        .object("clone_prompt")
        .map(
            prompt -> {
              long audio = prompt.requireInt64("prompt_audio");
              String text = prompt.requireText("prompt_text").strip();
              if (text.isEmpty() || !isPunctuation(text.codePointBefore(text.length()))) {
                throw prompt.refusal("prompt_text", "must end with punctuation");
              }
              return new Prompt(audio, text);
            });
  }

  private static Optional<Preview> preview(Fields fields, Optional<String> model) {
    boolean watermark = fields.flag("aigc_watermark");
    Optional<String> text = fields.text("text").filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (length(text.get()) > MAX_TEXT) {
      throw fields.refusal("text", "must have at most 1000 characters, got " + length(text.get()));
    }
    String speaker = model.orElseThrow(() -> fields.refusal("model", "is empty, text needs it"));
    MarkedText marked = SpeechRequest.marked(text.get());
    return Optional.of(new Preview(text.get(), marked, speaker, watermark));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isPunctuation(int point) {
    return switch (Character.getType(point)) {
      case Character.OTHER_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
