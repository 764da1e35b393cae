package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.chat.Assistant;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Has the lines of a batch answered, and charges for all of them at the end. */
public final class BatchLines {
  private final ChatHandler chat;
  private final Assistant assistant;

  public BatchLines(ChatHandler chat, Assistant assistant) {
    this.chat = chat;
    this.assistant = assistant;
  }

  /** What the lines that one model answered add up to. */
  private record Used(long prompt, long completion) {
    Used plus(JsonNode usage) {
      return new Used(
          prompt + usage.get("prompt_tokens").longValue(),
          completion + usage.get("completion_tokens").longValue());
    }
  }

  void run(Account account, BatchFile file, BatchResults results) throws IOException {
    Map<String, Used> used = new TreeMap<>();
    file.forEach(line -> answer(account, line, results, used));
    used.forEach(
        (model, sum) ->
            assistant.chargeBatch(account.name(), model, sum.prompt(), sum.completion()));
  }

  private void answer(
      Account account, BatchFile.Line line, BatchResults results, Map<String, Used> used) {
    String id = UUID.randomUUID().toString().replace("-", "");
    try {
      ObjectNode answer = chat.answerInBatch(account, id, new Fields("body.", line.body()));
      Used before = used.getOrDefault(answer.get("model").textValue(), new Used(0, 0));
      used.put(answer.get("model").textValue(), before.plus(answer.get("usage")));
      results.add(line.customId(), id, answer);
    } catch (Refusal refusal) {
      results.add(line.customId(), id, refusal);
    }
  }
}
