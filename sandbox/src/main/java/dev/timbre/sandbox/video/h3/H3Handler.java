package dev.timbre.sandbox.video.h3;

import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Triggers;
import java.io.IOException;
import java.util.Optional;

/** The newer video family over HTTP. */
public final class H3Handler {
  /** The published limit of a body: 64 MB. */
  private static final int MAX_BODY_BYTES = 64 << 20;

  private final H3Tasks tasks;
  private final Allowance allowance;
  private final Callbacks callbacks;
  private final FileShelf shelf;

  public H3Handler(H3Tasks tasks, Allowance allowance, Callbacks callbacks, FileShelf shelf) {
    this.tasks = tasks;
    this.allowance = allowance;
    this.callbacks = callbacks;
    this.shelf = shelf;
  }

  public void addTo(Router router) {
    String create = "/v2/video_generation";
    String query = "/v2/query/video_generation";
    router
        .add("POST", create, this::generate, ErrorStyle.STATUS)
        .add("POST", "/v2/video_regeneration", this::regenerate, ErrorStyle.STATUS)
        .add("POST", "/v2/h3_context_ir", this::prepare, ErrorStyle.STATUS)
        .add("GET", query, this::list, ErrorStyle.STATUS)
        .add("GET", query + "/{id}", this::query, ErrorStyle.STATUS)
        .add("DELETE", create + "/{id}", this::delete, ErrorStyle.STATUS);
  }

  private Answer generate(Call call) throws IOException {
    Fields fields = call.json(MAX_BODY_BYTES);
    return create(call, H3Request.generation(fields, content(call, fields)));
  }

  private Answer prepare(Call call) throws IOException {
    Fields fields = call.json(MAX_BODY_BYTES);
    return create(call, H3Request.preparation(fields, content(call, fields)));
  }

  private Answer regenerate(Call call) throws IOException {
    Fields fields = call.json(MAX_BODY_BYTES);
    H3Content content = content(call, fields);
    Optional<String> source = fields.text("source_task_id").filter(id -> !id.isEmpty());
    if (source.isPresent() == content.has(H3Content.BASE_VIDEO)) {
      throw fields.refusal(
          "source_task_id", "or a base_video in content must be given, and only one");
    }
    if (source.isEmpty()) {
      return create(call, H3Request.regenerationOfBase(fields, content));
    }
    H3Order old =
        tasks
            .find(call.account().name(), source.get())
            .map(H3Work::of)
            .filter(work -> work.end() == H3Work.End.SUCCEEDED && work.order().isFilm())
            .map(H3Work::order)
            .orElseThrow(() -> fields.refusal("source_task_id", "names no finished film"));
    return create(call, H3Request.regenerationOf(old, fields, content));
  }

  private Answer create(Call call, H3Order asked) {
    H3Order order = asked.paidFrom(Purse.of(call.key()));
    allowance.admitRequest(
        call.account(), call.key(), Allowance.Family.VIDEO, order.film().model());
    allowance.requireFunds(call.account(), order.film().purse());
    Triggers.checkInput(order.film().prompt());
    if (order.film().callbackUrl() != null) {
      callbacks.verify(order.film().callbackUrl());
    }
    Task task = tasks.create(call.account().name(), order);
    return Answer.json(200, Call.object().put("task_id", task.id()));
  }

  private Answer query(Call call) {
    Task task =
        tasks
            .find(call.account().name(), call.pathParameter("id"))
            .orElseThrow(H3Handler::unknownTask);
    return Answer.json(200, Call.object().set("task", tasks.view().task(task)));
  }

  private Answer list(Call call) {
    return Answer.json(
        200, H3Filter.read(call, tasks.view()).page(tasks.list(call.account().name())));
  }

  private Answer delete(Call call) {
    String id = call.pathParameter("id");
    String action = tasks.remove(call.account().name(), id).orElseThrow(H3Handler::unknownTask);
    // The reference speaks of an action, public clients read a status.
    return Answer.json(
        200, Call.object().put("task_id", id).put("action", action).put("status", action));
  }

  private H3Content content(Call call, Fields fields) {
    return H3Content.read(fields, shelf, call.account().name());
  }

  private static Refusal unknownTask() {
    return Code.INVALID_PARAMS.refusal("invalid task_id");
  }
}
