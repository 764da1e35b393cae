package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Asks for a new voice made from a description. Its limits are checked when it is made (MiniMax API
 * reference, "Voice design").
 *
 * @param prompt describes the voice in words
 * @param previewText what the trial audio says, at most 500 characters; charged
 * @param voiceId the new voice's id, by {@link VoiceIdRule}; the provider makes one if empty
 * @param watermark an audible mark in the trial audio
 */
public record DesignRequest(
    String prompt, String previewText, Optional<String> voiceId, Optional<Boolean> watermark)
    implements WireRequest {

  private static final int LONGEST_PREVIEW = 500;

  /**
   * @throws InvalidRequest for a blank text, a preview over 500 characters or an id that breaks the
   *     rule
   */
  public DesignRequest {
    Check.notBlank("prompt", prompt);
    Check.length("preview_text", previewText, LONGEST_PREVIEW);
    voiceId.ifPresent(VoiceIdRule::requireNew);
  }

  /** A voice whose id the provider chooses. */
  public static DesignRequest of(String prompt, String previewText) {
    return new DesignRequest(prompt, previewText, Optional.empty(), Optional.empty());
  }

  public DesignRequest withVoiceId(String value) {
    return new DesignRequest(prompt, previewText, Optional.of(value), watermark);
  }

  public DesignRequest withWatermark(boolean value) {
    return new DesignRequest(prompt, previewText, voiceId, Optional.of(value));
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("prompt", prompt)
        .text("preview_text", previewText)
        .text("voice_id", voiceId)
        .flag("aigc_watermark", watermark)
        .toJson();
  }

  @Override
  public String toString() {
    return "DesignRequest["
        + voiceId.orElse("id left to the provider")
        + ", preview of "
        + previewText.length()
        + " characters]";
  }
}
