package dev.timbre.sandbox.longtext;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Allowance.Family;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.speech.Customer;
import dev.timbre.sandbox.speech.Speaker;
import dev.timbre.sandbox.speech.SpeechManner;
import dev.timbre.sandbox.speech.SpeechRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asynchronous speech: accepts long texts and tells how far they are. */
public final class LongTextHandler {
  private static final String KIND = "t2a_async";
  private static final String QUERY = "/v1/query/t2a_async_query_v2";

  private final World world;
  private final FileShelf shelf;
  private final Tasks tasks;
  private final Speaker speaker;
  private final Allowance allowance;
  private final LongTextInput input;

  public LongTextHandler(
      World world, FileShelf shelf, Tasks tasks, Speaker speaker, Allowance allowance) {
    this.world = world;
    this.shelf = shelf;
    this.tasks = tasks;
    this.speaker = speaker;
    this.allowance = allowance;
    this.input = new LongTextInput(shelf);
    tasks.finish(KIND, new Narration(world, shelf, speaker)::finish);
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/t2a_async_v2", this::create)
        .add("GET", QUERY, call -> status(call, call.query("task_id").orElse("")))
        .add("POST", QUERY, call -> status(call, call.json().copy().path("task_id").asText()));
  }

  private Answer create(Call call) throws IOException {
    Fields fields = call.json();
    SpeechManner manner = LongTextInput.manner(fields);
    call.about(manner.voices().get(0).voiceId());
    long fileId = shelf.reserveId();
    String taskId = Long.toString(fileId);
    List<Chapter> chapters = input.chapters(fields, call.account().name(), taskId);
    chapters.forEach(chapter -> SpeechRequest.of(manner, chapter.text()));
    String whole = chapters.stream().map(Chapter::text).collect(Collectors.joining("\n"));
    Customer customer = new Customer(call.account().name(), call.key());
    speaker.admit(customer, SpeechRequest.of(manner, whole));

    ObjectNode settings = fields.copy();
    settings.remove(List.of("text", "text_file_id"));
    LongText text = new LongText(fileId, customer.purse(), settings, chapters);
    tasks.create(taskId, customer.account(), KIND, text.toData());
    return Answer.success(
        Call.object()
            .put("task_id", taskId)
            .put("task_token", UUID.randomUUID().toString().replace("-", ""))
            .put("file_id", fileId)
            .put("usage_characters", text.characters()));
  }

  private Answer status(Call call, String taskId) {
    allowance.admitRequest(call.account(), call.key(), Family.QUERY, "");
    Task task =
        tasks
            .find(call.account().name(), KIND, taskId)
            .orElseThrow(() -> Code.INVALID_PARAMS.refusal("task_id not exist"));
    return Answer.success(
        Call.object()
            .put("task_id", Long.parseLong(task.id()))
            .put("status", statusOf(task))
            .put("file_id", task.data().get("fileId").longValue()));
  }

  private String statusOf(Task task) {
    if (!task.settled()) {
      return "Processing";
    }
    String end = task.data().get(Narration.STATUS).asText();
    Instant finished = Instant.parse(task.data().get(Narration.FINISHED_AT).asText());
    boolean expired = !world.now().isBefore(finished.plus(StoredFile.RESULT_LIFE));
    return expired && end.equals(Narration.SUCCESS) ? "Expired" : end;
  }
}
