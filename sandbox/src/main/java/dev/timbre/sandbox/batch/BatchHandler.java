package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.batch.Batch.Status;
import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The batches family: create, look, cancel, list. */
public final class BatchHandler {
  private static final int USUAL_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private final World world;
  private final FileShelf shelf;
  private final Tasks tasks;
  private final Allowance allowance;
  private final Callbacks callbacks;
  private final BatchWork work;

  /** Takes part in the tasks: {@code work} is done by them, and its news told. */
  public BatchHandler(
      World world,
      FileShelf shelf,
      Tasks tasks,
      Allowance allowance,
      Callbacks callbacks,
      BatchLines lines) {
    this.world = world;
    this.shelf = shelf;
    this.tasks = tasks;
    this.allowance = allowance;
    this.callbacks = callbacks;
    this.work = new BatchWork(world, shelf, lines);
    tasks.finish(Batch.KIND, work::step).listen(this::tell);
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/batches", this::create)
        .add("GET", "/v1/batches", this::list)
        .add("GET", "/v1/batches/{id}", this::get)
        .add("POST", "/v1/batches/{id}/cancel", this::cancel);
  }

  private Answer create(Call call) throws IOException {
    Fields body = call.json();
    StoredFile file = input(call, body);
    body.requireText("endpoint");
    body.choice("endpoint", List.of(ChatHandler.NATIVE_PATH));
    body.requireText("completion_window");
    body.choice("completion_window", List.of("24h"));
    String callback = body.text("callback_url").orElse("");
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.BATCH, "");
    Purse purse = Purse.of(call.key());
    allowance.requireFunds(call.account(), purse);
    if (!callback.isEmpty()) {
      callbacks.verify(callback);
    }
    String id = "batch_" + UUID.randomUUID().toString().replace("-", "");
    Task task =
        tasks.create(
            id, call.account().name(), Batch.KIND, Batch.begun(file.id(), purse, callback).json());
    return Answer.success(BatchView.of(task));
  }

  private StoredFile input(Call call, Fields body) {
    String id =
        body.any("input_file_id")
            .filter(n -> n.isTextual() || n.isIntegralNumber())
            .map(JsonNode::asText)
            .filter(t -> t.matches("\\d{1,18}"))
            .orElseThrow(() -> body.refusal("input_file_id", "must be the id of a file"));
    StoredFile file =
        shelf
            .find(call.account().name(), Long.parseLong(id))
            .orElseThrow(() -> body.refusal("input_file_id", id + " not exist"));
    if (!file.purpose().equals("batch")) {
      throw body.refusal("input_file_id", "must have purpose batch, it has " + file.purpose());
    }
    if (file.bytes() > BatchFile.MAX_BYTES) {
      throw body.refusal(
          "input_file_id",
          "has " + file.bytes() + " bytes, at most " + BatchFile.MAX_BYTES + " are allowed");
    }
    return file;
  }

  private Answer get(Call call) {
    return Answer.success(
        tasks
            .find(call.account().name(), Batch.KIND, call.pathParameter("id"))
            .map(BatchView::of)
            .orElseThrow(BatchHandler::unknown));
  }

  private Answer cancel(Call call) {
    return Answer.success(
        tasks
            .change(call.account().name(), Batch.KIND, call.pathParameter("id"), this::cancelled)
            .map(BatchView::of)
            .orElseThrow(BatchHandler::unknown));
  }

  private Task cancelled(Task task) {
    Batch batch = Batch.of(task);
    if (batch.status() == Status.CANCELLING) {
      return task;
    }
    if (batch.status().isEnd()) {
      throw Code.INVALID_PARAMS.refusal(
          "batch is " + batch.status().word() + " and cannot be cancelled");
    }
    return work.after(task, batch.to(Status.CANCELLING, world.now()));
  }

  private Answer list(Call call) {
    int limit = limit(call);
    List<Task> all = tasks.list(call.account().name(), Batch.KIND);
    Optional<String> after = call.query("after").filter(a -> !a.isEmpty());
    int from = 0;
    if (after.isPresent()) {
      List<String> ids = all.stream().map(Task::id).toList();
      from = ids.indexOf(after.get()) + 1;
      if (from == 0) {
        throw unknown();
      }
    }
    List<Task> page = all.subList(from, Math.min(all.size(), from + limit));
    ObjectNode answer = Call.object().put("object", "list");
    ArrayNode data = answer.putArray("data");
    page.forEach(task -> data.add(BatchView.of(task)));
    answer.put("has_more", from + page.size() < all.size());
    return Answer.success(answer);
  }

  private static int limit(Call call) {
    String limit = call.query("limit").orElse(Integer.toString(USUAL_LIMIT));
    if (!limit.matches("\\d{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MAX_LIMIT) {
      throw Code.INVALID_PARAMS.refusal("limit must be in [1, " + MAX_LIMIT + "]");
    }
    return Integer.parseInt(limit);
  }

  private static Refusal unknown() {
    return Code.INVALID_PARAMS.refusal("batch_id not exist");
  }

  /** Tells of a new status; that a batch was created its creator knows. */
  private void tell(Task task) {
    if (!task.kind().equals(Batch.KIND)) {
      return;
    }
    Batch batch = Batch.of(task);
    Batch.Counts counts = batch.counts();
    boolean onlyProgress =
        batch.status() == Status.IN_PROGRESS && counts.completed() + counts.failed() > 0;
    if (!batch.callbackUrl().isEmpty() && batch.status() != Status.VALIDATING && !onlyProgress) {
      callbacks.notify(batch.callbackUrl(), Answer.putBaseResp(BatchView.of(task), 0, "success"));
    }
  }
}
