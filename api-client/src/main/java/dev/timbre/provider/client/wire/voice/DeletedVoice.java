package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The answer to deleting a voice.
 *
 * @param createdTime as written: a date, or seconds since 1970 as text
 */
public record DeletedVoice(
    Optional<String> voiceId, Optional<String> createdTime, Optional<String> traceId)
    implements WireAnswer {

  public static DeletedVoice read(Reply reply) {
    WireObject root = reply.judged("voice_id");
    return new DeletedVoice(root.text("voice_id"), root.text("created_time"), reply.trace(root));
  }
}
