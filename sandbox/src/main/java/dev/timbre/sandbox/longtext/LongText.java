package dev.timbre.sandbox.longtext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.speech.SpeechManner;
import java.util.ArrayList;
import java.util.List;

/**
 * A long text as its task remembers it.
 *
 * @param fileId under which the result will lie
 * @param purse which of the account's purses pays
 * @param settings the call without its text, which says how it is to be spoken
 */
record LongText(long fileId, Purse purse, JsonNode settings, List<Chapter> chapters) {

  static LongText of(JsonNode data) {
    List<Chapter> chapters = new ArrayList<>();
    data.get("chapters")
        .forEach(c -> chapters.add(new Chapter(c.get("name").asText(), c.get("text").asText())));
    // What an older journal does not say is money that was paid in.
    Purse purse =
        data.path("purse").asText().equals(Purse.PLAN.jsonName())
            ? Purse.PLAN
            : Purse.PAY_AS_YOU_GO;
    return new LongText(data.get("fileId").longValue(), purse, data.get("settings"), chapters);
  }

  ObjectNode toData() {
    ObjectNode data = Call.object().put("fileId", fileId).put("purse", purse.jsonName());
    data.set("settings", settings);
    ArrayNode list = data.putArray("chapters");
    chapters.forEach(c -> list.addObject().put("name", c.name()).put("text", c.text()));
    return data;
  }

  SpeechManner manner() {
    return SpeechManner.readAsync(new Fields("", settings));
  }

  /** Billed characters of all chapters. */
  long characters() {
    return chapters.stream().mapToLong(c -> Billing.characters(c.text())).sum();
  }
}
