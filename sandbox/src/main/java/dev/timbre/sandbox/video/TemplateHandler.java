package dev.timbre.sandbox.video;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Films from templates: a task is created and asked for its link. */
public final class TemplateHandler {
  private static final String KIND = "video-template";
  private static final int MAX_BODY_BYTES = 64 << 20;
  private static final int SECONDS = 6;
  private static final double PROCESSING_FROM = 0.3;

  /** Nine hours, by the provider's template page. */
  private static final Duration LINK_LIFE = Duration.ofHours(9);

  private final Tasks tasks;
  private final Allowance allowance;
  private final Callbacks callbacks;
  private final MediaLinks links;
  private final World world;

  public TemplateHandler(
      Tasks tasks, Allowance allowance, Callbacks callbacks, MediaLinks links, World world) {
    this.tasks = tasks;
    this.allowance = allowance;
    this.callbacks = callbacks;
    this.links = links;
    this.world = world;
    tasks.finish(KIND, this::finish);
    tasks.listen(this::tell);
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/video_template_generation", this::create)
        .add("GET", "/v1/query/video_template_generation", this::query);
  }

  private Answer create(Call call) throws IOException {
    FilmOrder order = read(call.json(MAX_BODY_BYTES)).paidFrom(Purse.of(call.key()));
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.VIDEO, order.model());
    allowance.requireFunds(call.account(), order.purse());
    Triggers.checkInput(order.prompt());
    if (order.callbackUrl() != null) {
      callbacks.verify(order.callbackUrl());
    }
    TemplateWork begun = new TemplateWork(order, null, false);
    Task task = tasks.create(call.account().name(), KIND, begun.toJson());
    return Answer.success(Call.object().put("task_id", task.id()));
  }

  private static FilmOrder read(Fields fields) {
    String id = fields.requireText("template_id");
    VideoTemplate template =
        VideoTemplate.withId(id)
            .orElseThrow(
                () -> fields.refusal("template_id", "must be one of " + VideoTemplate.ids()));
    List<String> texts =
        fields.objects("text_inputs").stream().map(input -> input.requireText("value")).toList();
    List<Fields> media = fields.objects("media_inputs");
    media.forEach(input -> GivenMedia.parse(input, "value", input.requireText("value")));
    if (template.needsText() && texts.isEmpty()) {
      throw fields.refusal("text_inputs", "is empty, this template needs a text");
    }
    if (template.needsMedia() && media.isEmpty()) {
      throw fields.refusal("media_inputs", "is empty, this template needs a picture");
    }
    return new FilmOrder(
        "template-" + id,
        (template.title() + " " + String.join(" ", texts)).strip(),
        "768P",
        FrameSize.of(768, FrameSize.WIDE),
        SECONDS,
        StandInPrices.templateFilm(),
        Purse.PAY_AS_YOU_GO,
        fields.text("callback_url").filter(url -> !url.isEmpty()).orElse(null));
  }

  private Answer query(Call call) {
    Task task =
        tasks
            .find(call.account().name(), KIND, call.query("task_id").orElse(""))
            .orElseThrow(() -> Code.INVALID_PARAMS.refusal("invalid task_id"));
    return Answer.success(shown(task));
  }

  private ObjectNode shown(Task task) {
    TemplateWork work = TemplateWork.of(task);
    return Call.object()
        .put("task_id", task.id())
        .put("status", status(task, work))
        .put("video_url", work.film() == null ? "" : links.link(work.film(), LINK_LIFE));
  }

  private String status(Task task, TemplateWork work) {
    if (work.failed()) {
      return "Fail";
    }
    if (work.film() != null) {
      return "Success";
    }
    return Progress.of(task, world.now()) < PROCESSING_FROM ? "Preparing" : "Processing";
  }

  private Task finish(Task task) {
    FilmOrder order = TemplateWork.of(task).order();
    boolean fails =
        Triggers.isFailing(order.prompt()) || Triggers.isOutputProhibited(order.prompt());
    if (fails) {
      return task.settledWith(new TemplateWork(order, null, true).toJson());
    }
    String film;
    try {
      film = links.keep(order.film().encode(), "mp4");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Task settled = task.settledWith(new TemplateWork(order, film, false).toJson());
    world.charge(order.charge(task.account(), world.now()), settled);
    return settled;
  }

  // Unlike those of the older family, news of templates have the words of the query.
  private void tell(Task task) {
    if (task.kind().equals(KIND)) {
      String url = TemplateWork.of(task).order().callbackUrl();
      if (url != null) {
        ObjectNode news = shown(task);
        callbacks.notify(
            url, Answer.putBaseResp(news, Code.SUCCESS.number(), Code.SUCCESS.message()));
      }
    }
  }
}
