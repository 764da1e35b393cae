package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.chat.Assistant;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has the lines of a batch answered, and makes out the bill for all of them. */
public final class BatchLines {
  private final ChatHandler chat;
  private final Assistant assistant;

  public BatchLines(ChatHandler chat, Assistant assistant) {
    this.chat = chat;
    this.assistant = assistant;
  }

  /**
   * Has some lines answered.
   *
   * @return whether those were the last
   */
  boolean answer(Payer payer, BatchRun run, int most) throws IOException {
    for (int i = 0; i < most; i++) {
      Optional<BatchFile.Line> line = run.next();
      if (line.isEmpty()) {
        return true;
      }
      answer(payer, run, line.get());
    }
    return false;
  }

  private void answer(Payer payer, BatchRun run, BatchFile.Line line) {
    String id = UUID.randomUUID().toString().replace("-", "");
    try {
      ObjectNode answer = chat.answerInBatch(payer, id, new Fields("body.", line.body()));
      run.count(answer.get("model").textValue(), answer.get("usage"));
      run.results().add(line.customId(), id, answer);
    } catch (Refusal refusal) {
      run.results().add(line.customId(), id, refusal);
    }
  }

  /** What all lines of a run cost. */
  List<LedgerEntry> charges(Payer payer, BatchRun run) {
    return run.used().entrySet().stream()
        .map(
            used ->
                assistant.batchCharge(
                    payer, used.getKey(), used.getValue().prompt(), used.getValue().completion()))
        .toList();
  }
}
