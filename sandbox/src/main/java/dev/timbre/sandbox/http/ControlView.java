package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.callback.SentCallback;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.RequestEntry;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.Voice;
import dev.timbre.sandbox.model.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what the provider remembers; keys and secrets never. */
final class ControlView {
  private final World world;
  private final Faults faults;

  ControlView(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  ObjectNode state() {
    ObjectNode state = Call.object().put("time", world.now().toString());
    state.set("settings", settings());
    ArrayNode accounts = state.putArray("accounts");
    world.accounts().forEach(a -> accounts.add(account(a)));
    ArrayNode files = state.putArray("files");
    world.files().forEach(f -> files.add(file(f)));
    ArrayNode voices = state.putArray("voices");
    Instant now = world.now();
    world.voices().forEach(v -> voices.add(voice(v, now)));
    ArrayNode tasks = state.putArray("tasks");
    world.tasks().forEach(t -> tasks.add(task(t)));
    return state;
  }

  ObjectNode settings() {
    ObjectNode settings = Json.MAPPER.valueToTree(world.settings());
    settings.remove(List.of("mediaSecret", "fact"));
    return settings;
  }

  private static ObjectNode account(Account account) {
    ObjectNode node =
        Call.object()
            .put("name", account.name())
            .put("dialect", account.dialect().jsonName())
            .put("keys", account.keys().size())
            .put("groupId", account.groupId())
            .put("balance", account.balance().toPlainString())
            .put("planBalance", account.planBalance().toPlainString())
            .put("cloningAllowed", account.terms().cloningAllowed());
    node.set("limits", Json.MAPPER.<JsonNode>valueToTree(account.terms().limits().ceilings()));
    node.set("plan", Json.MAPPER.<JsonNode>valueToTree(account.terms().plan()));
    return node;
  }

  private static ObjectNode file(StoredFile file) {
    return Call.object()
        .put("fileId", file.id())
        .put("account", file.account())
        .put("purpose", file.purpose())
        .put("filename", file.filename())
        .put("bytes", file.bytes())
        .put("createdAt", file.createdAt().toString());
  }

  private static ObjectNode voice(Voice voice, Instant now) {
    return Call.object()
        .put("voiceId", voice.voiceId())
        .put("account", voice.account())
        .put("state", voice.stateAt(now).name())
        .put("origin", voice.origin().wireName())
        .put("fileId", voice.fileId())
        .put("pitchHz", Math.round(voice.pitchHz()))
        .put("createdAt", voice.createdAt().toString())
        .put("deadline", voice.deadline().toString())
        .put("usedAt", voice.usedAt() == null ? null : voice.usedAt().toString());
  }

  private static ObjectNode task(Task task) {
    return Call.object()
        .put("id", task.id())
        .put("account", task.account())
        .put("kind", task.kind())
        .put("createdAt", task.createdAt().toString())
        .put("dueAt", task.dueAt().toString())
        .put("settled", task.settled());
  }

  ObjectNode faults() {
    ObjectNode answer = Call.object();
    ArrayNode list = answer.putArray("faults");
    faults.all().forEach(f -> list.add(fault(f)));
    answer.put("held", faults.all().stream().mapToInt(Fault::held).sum());
    return answer;
  }

  ObjectNode fault(Fault fault) {
    ObjectNode node = Call.object().put("id", fault.id());
    node.set("match", Json.MAPPER.<JsonNode>valueToTree(fault.match()));
    return node.put("type", fault.effect().kind().jsonName())
        .put("when", fault.effect().afterWork() ? "after" : "before")
        .put("applied", fault.applied())
        .put("spent", fault.isSpent())
        .put("held", fault.held());
  }

  ObjectNode ledger(Optional<String> account, Optional<String> voiceId) {
    List<LedgerEntry> entries =
        world.ledger().stream()
            .filter(e -> account.isEmpty() || account.get().equals(e.account()))
            .filter(e -> voiceId.isEmpty() || voiceId.get().equals(e.voiceId()))
            .toList();
    ObjectNode answer = Call.object();
    ArrayNode list = answer.putArray("entries");
    entries.forEach(e -> list.add(entry(e)));
    ObjectNode totals = answer.putObject("totals");
    for (LedgerEntry.Kind kind : LedgerEntry.Kind.values()) {
      List<LedgerEntry> some = entries.stream().filter(e -> e.kind() == kind).toList();
      totals
          .putObject(kind.jsonName())
          .put("count", some.size())
          .put("quantity", some.stream().mapToLong(LedgerEntry::quantity).sum())
          .put("amount", sum(some));
    }
    totals.put("amount", sum(entries)).put("currency", Billing.CURRENCY);
    return answer;
  }

  private static ObjectNode entry(LedgerEntry entry) {
    ObjectNode node = Json.MAPPER.valueToTree(entry);
    node.remove("fact");
    return node.put("currency", Billing.CURRENCY);
  }

  static ObjectNode request(RequestEntry request) {
    ObjectNode node =
        Call.object()
            .put("time", request.time().toString())
            .put("method", request.asked().method())
            .put("path", request.asked().path())
            .put("account", request.account())
            .put("statusCode", request.statusCode())
            .put("traceId", request.traceId())
            .put("voiceId", request.voiceId());
    RequestEntry.Mishap mishap = request.mishap();
    return node.put("fault", mishap == null ? null : mishap.fault())
        .put("faultType", mishap == null ? null : mishap.kind().jsonName());
  }

  static ObjectNode callbacks(List<SentCallback> sent) {
    ObjectNode answer = Call.object();
    ArrayNode list = answer.putArray("callbacks");
    for (SentCallback one : sent) {
      list.addObject()
          .put("time", one.time().toString())
          .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
          .put("url", one.url())
          .put("attempt", one.attempt())
          .put("status", one.status())
          .put("fault", one.fault())
          .set("body", one.body());
    }
    return answer;
  }

  private static String sum(List<LedgerEntry> entries) {
    return entries.stream()
        .map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }
}
