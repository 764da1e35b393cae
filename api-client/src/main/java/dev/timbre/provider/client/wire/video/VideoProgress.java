package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far an ordered video is.
 *
 * @param file the video, present if and only if the status is success; retrieve it for its download
 *     address, which lives 1 h
 * @param width in pixels
 * @param height in pixels
 */
public record VideoProgress(
    VideoStatus status,
    Optional<FileId> file,
    OptionalInt width,
    OptionalInt height,
    Optional<String> traceId)
    implements WireAnswer {

  public static VideoProgress read(Reply reply) {
    WireObject root = reply.judged("status");
    VideoStatus status =
        root.text("status")
            .map(VideoStatus::of)
            .orElseThrow(() -> reply.unreadable("success without status"));
    Optional<FileId> file =
        status.isSuccess()
            ? Optional.of(
                root.fileId("file_id")
                    .orElseThrow(() -> reply.unreadable("a video that is ready, without file_id")))
            : Optional.empty();
    return new VideoProgress(
        status,
        file,
        root.smallInteger("video_width"),
        root.smallInteger("video_height"),
        reply.trace(root));
  }
}
