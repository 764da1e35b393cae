package dev.timbre.sandbox.video.h3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.video.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows tasks of the newer family as the wire has them. */
final class H3View {
  static final List<String> STATUSES =
      List.of("queued", "running", "succeeded", "failed", "cancelled");

  /** Nothing is published of it; a day, as for images. */
  private static final Duration LINK_LIFE = Duration.ofHours(24);

  private static final double RUNNING_FROM = 0.3;

  private final World world;
  private final MediaLinks links;

  H3View(World world, MediaLinks links) {
    this.world = world;
    this.links = links;
  }

  String status(Task task) {
    H3Work work = H3Work.of(task);
    if (work.end() == null) {
      return Progress.of(task, world.now()) < RUNNING_FROM ? "queued" : "running";
    }
    return switch (work.end()) {
      case SUCCEEDED -> "succeeded";
      case FAILED, PROHIBITED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  ObjectNode task(Task task) {
    H3Work work = H3Work.of(task);
    H3Order order = work.order();
    Instant updated = work.updatedAt() == null ? task.createdAt() : work.updatedAt();
    ObjectNode node =
        Call.object()
            .put("id", task.id())
            .put("model", order.film().model())
            .put("status", status(task));
    putError(node, work.end());
    node.put("created_at", task.createdAt().getEpochSecond())
        .put("updated_at", updated.getEpochSecond());
    putContent(node, work);
    node.put("resolution", order.film().resolution())
        .put("duration", order.film().seconds())
        .put("ratio", order.ratio());
    putUsage(node, work);
    return node.put("task_type", order.type()).put("modality", order.isFilm() ? "video" : "text");
  }

  private static void putError(ObjectNode node, H3Work.End end) {
    if (end != H3Work.End.FAILED && end != H3Work.End.PROHIBITED) {
      node.putNull("error");
      return;
    }
    Code code = end == H3Work.End.PROHIBITED ? Code.OUTPUT_SENSITIVE : Code.UNKNOWN_ERROR;
    node.putObject("error")
        .put("code", Integer.toString(code.number()))
        .put("message", code.message());
  }

  private void putContent(ObjectNode node, H3Work work) {
    if (work.end() != H3Work.End.SUCCEEDED) {
      node.putNull("content");
    } else if (work.order().isFilm()) {
      node.putObject("content").put("url", links.link(work.result(), LINK_LIFE));
    } else {
      node.putObject("content").put("prompt", work.result());
    }
  }

  private static void putUsage(ObjectNode node, H3Work work) {
    if (work.end() != H3Work.End.SUCCEEDED) {
      node.putNull("usage");
      return;
    }
    int seconds = work.order().isFilm() ? work.order().film().seconds() : 0;
    ObjectNode usage =
        node.putObject("usage")
            .put("total_seconds", seconds)
            .put("input_seconds", 0)
            .put("output_seconds", seconds)
            .put("input_image_count", work.order().images())
            .put("input_audio_seconds", 0);
    if (!work.order().isFilm()) {
      usage.put("total_tokens", work.result().length() / 4 + 1);
    }
  }
}
