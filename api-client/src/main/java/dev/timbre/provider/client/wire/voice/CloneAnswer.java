package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.speech.AudioInfo;
import dev.timbre.provider.client.wire.speech.Metering;
import java.util.Optional;

/**
 * The answer to a clone. The voice_id is not echoed: it is the one that was sent.
 *
 * @param demoAudio address of the preview, if preview text was sent; about 48 h alive
 */
public record CloneAnswer(
    InputRisk risk,
    Optional<ProviderUrl> demoAudio,
    AudioInfo demoInfo,
    Metering metering,
    Optional<String> traceId)
    implements WireAnswer {

  public static CloneAnswer read(Reply reply) {
    WireObject root = reply.judged("demo_audio", "input_sensitive");
    Optional<WireObject> extraInfo = root.object("extra_info");
    return new CloneAnswer(
        InputRisk.read(root),
        root.url("demo_audio"),
        AudioInfo.read(extraInfo),
        Metering.read(extraInfo),
        reply.trace(root));
  }
}
