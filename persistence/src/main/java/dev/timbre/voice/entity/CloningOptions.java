package dev.timbre.voice.entity;

import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a recording is to be cloned and previewed.
 *
 * @param noiseReduction the provider reduces noise first
 * @param volumeNormalisation the provider evens out the volume first
 * @param watermark an audible mark ends the preview
 * @param languageBoost a language name of the provider, or null
 * @param previewText what the preview says, at most 1000 characters; charged like a speech
 * @param model the speech model of preview and speeches, for example {@code speech-2.8-hd}
 */
@Embeddable
public record CloningOptions(
    @Column(name = "noise_reduction", nullable = false) boolean noiseReduction,
    @Column(name = "volume_normalisation", nullable = false) boolean volumeNormalisation,
    @Column(name = "watermark", nullable = false) boolean watermark,
    @Column(name = "language_boost") String languageBoost,
    @Column(name = "preview_text", nullable = false) String previewText,
    @Column(name = "model", nullable = false) String model) {

  /** Longest preview text (MiniMax API reference, voice clone). */
  public static final int PREVIEW_LENGTH = 1000;

  /** Speech models that a clone may speak with (MiniMax API reference, speech models). */
  public static final Set<String> MODELS =
      Set.of(
          "speech-2.8-hd",
          "speech-2.8-turbo",
          "speech-2.6-hd",
          "speech-2.6-turbo",
          "speech-02-hd",
          "speech-02-turbo",
          "speech-01-hd",
          "speech-01-turbo");

  public static final String DEFAULT_MODEL = "speech-2.8-hd";

  /**
   * @throws Invalid when the preview text is missing or too long, or the model unknown
   */
  public CloningOptions {
    previewText = Texts.required("previewText", previewText, PREVIEW_LENGTH);
    languageBoost = Texts.optional("languageBoost", languageBoost, 40);
    model = model == null || model.isBlank() ? DEFAULT_MODEL : model;
    if (!MODELS.contains(model)) {
      throw new Invalid(
          "model-unknown",
          "model is '" + model + "'; use one of " + String.join(", ", new TreeSet<>(MODELS)) + ".");
    }
  }

  /**
   * The same, the words gone. Their length stays, since what a preview costs may still have to be
   * told by it.
   */
  CloningOptions erased() {
    String nothing = "_".repeat(previewText.codePointCount(0, previewText.length()));
    return new CloningOptions(
        noiseReduction, volumeNormalisation, watermark, languageBoost, nothing, model);
  }
}
