package dev.timbre.sandbox.video;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.util.Locale;

/** The older video family: a task is created, asked for, and its film is retrieved as a file. */
public final class VideoHandler {
  private static final String KIND = "video";

  /** Room for two frames of 20 MB in base64. */
  private static final int MAX_BODY_BYTES = 64 << 20;

  private static final double QUEUEING_FROM = 0.2;
  private static final double PROCESSING_FROM = 0.4;

  private final Tasks tasks;
  private final Allowance allowance;
  private final Callbacks callbacks;
  private final World world;

  public VideoHandler(
      Tasks tasks, Allowance allowance, Callbacks callbacks, FileShelf shelf, World world) {
    this.tasks = tasks;
    this.allowance = allowance;
    this.callbacks = callbacks;
    this.world = world;
    FilmStudio studio = new FilmStudio(world, shelf);
    tasks.finish(KIND, studio::finish);
    tasks.listen(this::tell);
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/video_generation", this::create, call -> Call.object().put("task_id", ""))
        .add("GET", "/v1/query/video_generation", this::query);
  }

  private Answer create(Call call) throws IOException {
    FilmOrder order = VideoRequest.read(call.json(MAX_BODY_BYTES)).paidFrom(Purse.of(call.key()));
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.VIDEO, order.model());
    allowance.requireFunds(call.account(), order.purse());
    Triggers.checkInput(order.prompt());
    if (order.callbackUrl() != null) {
      callbacks.verify(order.callbackUrl());
    }
    Task task =
        tasks.create(call.account().name(), KIND, new FilmResult(order, null, null).toJson());
    return Answer.success(Call.object().put("task_id", task.id()));
  }

  private Answer query(Call call) {
    String id = call.query("task_id").orElse("");
    Task task =
        tasks
            .find(call.account().name(), KIND, id)
            .orElseThrow(() -> Code.INVALID_PARAMS.refusal("invalid task_id"));
    FilmResult result = FilmResult.of(task);
    boolean done = result.fileId() != null;
    ObjectNode answer =
        Call.object()
            .put("task_id", task.id())
            .put("status", status(task, result))
            .put("file_id", done ? result.fileId().toString() : "")
            .put("video_width", done ? result.order().size().width() : 0)
            .put("video_height", done ? result.order().size().height() : 0);
    return result.failure() == null || result.failure() == 0
        ? Answer.success(answer)
        : Answer.refusal(answer, Code.OUTPUT_SENSITIVE.refusal());
  }

  private String status(Task task, FilmResult result) {
    if (result.failure() != null) {
      return "Fail";
    }
    if (result.fileId() != null) {
      return "Success";
    }
    double progress = Progress.of(task, world.now());
    if (progress < QUEUEING_FROM) {
      return "Preparing";
    }
    return progress < PROCESSING_FROM ? "Queueing" : "Processing";
  }

  // News have words of their own, in lower case: MiniMax API reference, "Callback".
  private void tell(Task task) {
    if (!task.kind().equals(KIND)) {
      return;
    }
    FilmResult result = FilmResult.of(task);
    String url = result.order().callbackUrl();
    if (url == null) {
      return;
    }
    String status = status(task, result).toLowerCase(Locale.ROOT);
    ObjectNode news = Call.object().put("task_id", task.id());
    if (result.fileId() != null) {
      news.put("status", status).put("file_id", result.fileId().toString());
    } else {
      news.put("status", status.equals("fail") ? "failed" : "processing").put("file_id", "");
    }
    Code code =
        result.failure() == null || result.failure() == 0 ? Code.SUCCESS : Code.OUTPUT_SENSITIVE;
    callbacks.notify(url, Answer.putBaseResp(news, code.number(), code.message()));
  }
}
