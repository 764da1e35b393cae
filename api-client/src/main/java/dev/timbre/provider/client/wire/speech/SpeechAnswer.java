package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.AudioInJson;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The answer to a synthesis: audio, or the address to fetch it from. A reseller may answer with the
 * bare audio: nothing is known about it then.
 *
 * @param audio empty when the answer holds an address
 * @param audioUrl 24 h alive; only when asked for with {@link SpeechRequest.Builder#asUrl}
 */
public record SpeechAnswer(
    Optional<Audio> audio,
    Optional<ProviderUrl> audioUrl,
    Optional<ProviderUrl> subtitles,
    AudioInfo info,
    Metering metering,
    Optional<String> traceId)
    implements WireAnswer {

  /** Hex and address share one field, so the content tells them apart. */
  public static SpeechAnswer read(Reply reply) {
    if (reply.isAudio()) {
      return new SpeechAnswer(
          Optional.of(Audio.of(reply.body())),
          Optional.empty(),
          Optional.empty(),
          AudioInfo.read(Optional.empty()),
          Metering.read(Optional.empty()),
          reply.trace(WireObject.EMPTY));
    }
    AudioInJson json = AudioInJson.of(reply.body(), reply.body().length);
    WireObject root = reply.withBody(json.rest()).judged("data");
    WireObject data =
        root.object("data").orElseThrow(() -> reply.unreadable("success without data"));
    String content =
        data.text("audio").orElseThrow(() -> reply.unreadable("success without data.audio"));
    boolean isAddress = content.contains(":");
    Optional<ProviderUrl> url = isAddress ? data.url("audio") : Optional.empty();
    if (isAddress && url.isEmpty()) {
      throw reply.unreadable("data.audio is neither hex nor a web address");
    }
    Optional<WireObject> extraInfo = root.object("extra_info");
    return new SpeechAnswer(
        isAddress ? Optional.empty() : Optional.of(decode(json, data, reply)),
        url,
        data.url("subtitle_file"),
        AudioInfo.read(extraInfo),
        Metering.read(extraInfo),
        reply.trace(root));
  }

  private static Audio decode(AudioInJson json, WireObject data, Reply reply) {
    try {
      return Audio.of(json, data);
    } catch (IllegalArgumentException damaged) {
      throw reply.unreadable(damaged.getMessage());
    }
  }
}
