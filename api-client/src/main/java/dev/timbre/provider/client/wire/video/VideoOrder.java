package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** The answer to ordering a video: the task to ask about. */
public record VideoOrder(VideoTaskId task, Optional<String> traceId) implements WireAnswer {

  /** Reads the answer to an order with or without a template. */
  public static VideoOrder read(Reply reply) {
    WireObject root = reply.judged("task_id");
    VideoTaskId task =
        VideoTaskId.read(root).orElseThrow(() -> reply.unreadable("success without task_id"));
    return new VideoOrder(task, reply.trace(root));
  }
}
