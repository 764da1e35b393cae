package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.FileId;
import jakarta.json.JsonObject;

/**
 * A short recording with its transcript that makes a clone more like the speaker.
 *
 * @param audio upload with purpose {@code prompt_audio}, shorter than 8 s
 * @param transcript what it says, ending with punctuation; a mismatch is refused with 1044
 */
public record ClonePrompt(FileId audio, String transcript) {

  /**
   * @throws InvalidRequest when the transcript is blank or does not end with punctuation
   */
  public ClonePrompt {
    audio.requireInteger("clone_prompt.prompt_audio");
    Check.notBlank("clone_prompt.prompt_text", transcript);
    String text = transcript.strip();
    if (!isPunctuation(text.codePointBefore(text.length()))) {
      throw new InvalidRequest(
          "clone_prompt.prompt_text", "without punctuation at its end", "a text that ends with it");
    }
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  JsonObject toJson() {
    return new Fields().id("prompt_audio", audio).text("prompt_text", transcript).toJson();
  }

  @Override
  public String toString() {
    return "ClonePrompt[" + audio + ", " + transcript.length() + " characters]";
  }
}
