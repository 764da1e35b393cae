package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.batch.Batch.Status;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Task;
import java.time.Instant;

/** A batch as callers see it: MiniMax API reference, "Batch". */
final class BatchView {
  private BatchView() {}

  /** All fields of the object, without an envelope. */
  static ObjectNode of(Task task) {
    Batch batch = Batch.of(task);
    ObjectNode view =
        Call.object()
            .put("id", task.id())
            .put("object", "batch")
            .put("endpoint", ChatHandler.NATIVE_PATH);
    putErrors(view, batch);
    view.put("input_file_id", Long.toString(batch.inputFileId()))
        .put("completion_window", "24h")
        .put("status", batch.status().word())
        .put("output_file_id", fileId(batch, batch.outputFileId()))
        .put("error_file_id", fileId(batch, batch.errorFileId()))
        .put("created_at", task.createdAt().getEpochSecond())
        .put("in_progress_at", at(batch, Status.IN_PROGRESS))
        .put("expires_at", task.createdAt().plus(Batch.LIFE).getEpochSecond())
        .put("finalizing_at", at(batch, Status.FINALIZING))
        .put("completed_at", at(batch, Status.COMPLETED))
        .put("failed_at", at(batch, Status.FAILED))
        .put("expired_at", at(batch, Status.EXPIRED))
        .put("cancelling_at", at(batch, Status.CANCELLING))
        .put("cancelled_at", at(batch, Status.CANCELLED));
    view.putObject("request_counts")
        .put("total", batch.counts().total())
        .put("completed", batch.counts().completed())
        .put("failed", batch.counts().failed());
    return view.put("callback_url", batch.callbackUrl());
  }

  private static void putErrors(ObjectNode view, Batch batch) {
    if (batch.faults().isEmpty()) {
      view.putNull("errors");
      return;
    }
    ObjectNode errors = view.putObject("errors").put("object", "list");
    ArrayNode data = errors.putArray("data");
    for (LineFault fault : batch.faults()) {
      data.addObject()
          .put("code", fault.code())
          .put("message", fault.message())
          .put("line", fault.line() == 0 ? null : fault.line());
    }
  }

  /** The files are shown when the batch is at its end; until then they may still grow. */
  private static String fileId(Batch batch, long id) {
    return id == 0 || !batch.status().isEnd() ? "" : Long.toString(id);
  }

  private static long at(Batch batch, Status status) {
    Instant when = batch.since().get(status);
    return when == null ? 0 : when.getEpochSecond();
  }
}
