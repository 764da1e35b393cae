package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.CleanText;
import java.util.regex.Pattern;

/**
 * How a new voice may be called: 8 to 256 characters, first an ASCII letter, then letters, digits,
 * {@code -} and {@code _}, the last one a letter or digit (MiniMax API reference, voice clone).
 * Voices that exist may have other ids: system voices contain spaces and brackets.
 */
public final class VoiceIdRule {

  private static final Pattern NEW_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");

  private VoiceIdRule() {}

  /**
   * @return {@code voiceId}
   * @throws InvalidRequest when the provider would refuse it for a new voice
   */
  public static String requireNew(String voiceId) {
    if (voiceId == null || !NEW_ID.matcher(voiceId).matches()) {
      throw new InvalidRequest(
          "voice_id",
          voiceId == null ? "missing" : CleanText.of(voiceId),
          "8 to 256 characters, first an ASCII letter, then letters, digits, - and _, "
              + "last a letter or digit");
    }
    return voiceId;
  }
}
