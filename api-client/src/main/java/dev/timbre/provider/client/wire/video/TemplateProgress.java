package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * How far a video from a template is.
 *
 * @param video present if and only if the status is success; the address lives 9 h
 */
public record TemplateProgress(
    VideoStatus status, Optional<ProviderUrl> video, Optional<String> traceId)
    implements WireAnswer {

  public static TemplateProgress read(Reply reply) {
    WireObject root = reply.judged("status");
    VideoStatus status =
        root.text("status")
            .map(VideoStatus::of)
            .orElseThrow(() -> reply.unreadable("success without status"));
    Optional<ProviderUrl> video =
        status.isSuccess()
            ? Optional.of(
                root.url("video_url")
                    .orElseThrow(
                        () -> reply.unreadable("a video that is ready, without video_url")))
            : Optional.empty();
    return new TemplateProgress(status, video, reply.trace(root));
  }
}
