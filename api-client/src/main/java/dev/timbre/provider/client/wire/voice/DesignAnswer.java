package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The answer to designing a voice. The trial audio does not count as a use of the voice.
 *
 * @param voiceId the id sent, or the one that the provider made
 */
public record DesignAnswer(String voiceId, Optional<Audio> trialAudio, Optional<String> traceId)
    implements WireAnswer {

  /** A damaged trial is an error that still names the voice, which exists by then. */
  public static DesignAnswer read(Reply reply) {
    WireObject root = reply.judged("voice_id");
    String voiceId =
        root.text("voice_id").orElseThrow(() -> reply.unreadable("success without voice_id"));
    try {
      return new DesignAnswer(
          voiceId, root.text("trial_audio").map(Audio::ofHex), reply.trace(root));
    } catch (IllegalArgumentException damaged) {
      throw reply.unreadable("trial_audio of voice " + voiceId + ": " + damaged.getMessage());
    }
  }
}
