package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * The answer to making music: the music, or the address to fetch it from.
 *
 * @param audio empty when the answer holds an address
 * @param audioUrl 24 h alive; only when asked for with {@link MusicRequest.Builder#asUrl}
 */
public record MusicAnswer(
    Optional<Audio> audio, Optional<ProviderUrl> audioUrl, MusicInfo info, Optional<String> traceId)
    implements WireAnswer {

  /** Hex and address share one field, so the content tells them apart. */
  public static MusicAnswer read(Reply reply) {
    WireObject root = reply.judged("data");
    WireObject data =
        root.object("data").orElseThrow(() -> reply.unreadable("success without data"));
    String content =
        data.text("audio").orElseThrow(() -> reply.unreadable("success without data.audio"));
    boolean isAddress = content.contains(":");
    Optional<ProviderUrl> url = isAddress ? data.url("audio") : Optional.empty();
    if (isAddress && url.isEmpty()) {
      throw reply.unreadable("data.audio is neither hex nor a web address");
    }
    return new MusicAnswer(
        isAddress ? Optional.empty() : Optional.of(decode(content, reply)),
        url,
        MusicInfo.read(root.object("extra_info")),
        reply.trace(root));
  }

  private static Audio decode(String hex, Reply reply) {
    try {
      return Audio.ofHex(hex);
    } catch (IllegalArgumentException damaged) {
      throw reply.unreadable(damaged.getMessage());
    }
  }
}
