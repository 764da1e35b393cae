package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.DialectSwitches;
import dev.timbre.sandbox.model.Limits;
import dev.timbre.sandbox.model.Plan;
import dev.timbre.sandbox.model.Settings;
import dev.timbre.sandbox.model.SocketSwitches;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what the control interface is told. */
final class ControlInput {
  private static final int MAX_IDLE_SECONDS = 86_400;
  private static final int MAX_TASK_SECONDS = 86_400;

  private static final List<String> DIALECTS =
      Arrays.stream(Dialect.values()).map(Dialect::jsonName).toList();

  private ControlInput() {}

  /**
   * New switches; what is not named stays: {@code {"largeIds": bool, "checkGroupId": bool,
   * "promptMinimumSeconds": number, "taskSeconds": number, "mediaOrigin": "http://…" or "",
   * "dialects": {…}, "sockets": {"idleSeconds": number, "refuseWithStatus": bool}}}.
   */
  static Settings settings(Fields fields, Settings now) {
    return new Settings(
        now.clockOffsetSeconds(),
        fields.has("largeIds") ? fields.flag("largeIds") : now.largeIds(),
        fields.has("checkGroupId") ? fields.flag("checkGroupId") : now.checkGroupId(),
        fields.decimal("promptMinimumSeconds", 0, 8).orElse(now.promptMinimumSeconds()),
        fields.decimal("taskSeconds", 0, MAX_TASK_SECONDS).orElse(now.taskSeconds()),
        fields
            .text("mediaOrigin")
            .map(o -> o.isEmpty() ? null : o)
            .orElse(fields.has("mediaOrigin") ? null : now.mediaOrigin()),
        now.mediaSecret(),
        fields.object("dialects").map(d -> dialects(d, now.dialects())).orElse(now.dialects()),
        fields.object("sockets").map(s -> sockets(s, now.sockets())).orElse(now.sockets()));
  }

  /**
   * Switches of the gateways: {@code {"aipingUploadPath": "/…", "dmxapiUploadPath": "/…",
   * "hingnetRawAudio": bool, "dmxapiDamagedJson": bool}}.
   */
  private static DialectSwitches dialects(Fields fields, DialectSwitches now) {
    return new DialectSwitches(
        fields.text("aipingUploadPath").orElse(now.aipingUploadPath()),
        fields.text("dmxapiUploadPath").orElse(now.dmxapiUploadPath()),
        fields.has("hingnetRawAudio") ? fields.flag("hingnetRawAudio") : now.hingnetRawAudio(),
        fields.has("dmxapiDamagedJson")
            ? fields.flag("dmxapiDamagedJson")
            : now.dmxapiDamagedJson());
  }

  private static SocketSwitches sockets(Fields fields, SocketSwitches now) {
    return new SocketSwitches(
        fields.decimal("idleSeconds", 0, MAX_IDLE_SECONDS).orElse(now.idleSeconds()),
        fields.has("refuseWithStatus") ? fields.flag("refuseWithStatus") : now.refuseWithStatus());
  }

  /**
   * A new or changed account; what is not named stays or is usual: {@code {"name": "…", "dialect":
   * "…", "keys": ["…"], "groupId": "…", "balance": "12.5", "planBalance": "3", "cloningAllowed":
   * bool, "limits": {"speechRequests": n, …} or {"published": "global", "cnFree" or "cnPaid", …},
   * "plan": {"usedUp": 2056, "models": ["…"]}}}. The names of limits are those of {@link Limits};
   * {@code "limits": {}} and {@code "plan": {}} are none.
   */
  static Account account(Fields fields, String name, Optional<Account> known) {
    Account now = known.orElseGet(() -> Account.open(name, "0"));
    Account.Terms terms = now.terms();
    return new Account(
        name,
        fields.choice("dialect", DIALECTS).map(ControlInput::dialect).orElse(now.dialect()),
        fields.has("keys") ? fields.texts("keys") : now.keys(),
        fields.text("groupId").orElse(now.groupId()),
        money(fields, "balance").orElse(now.balance()),
        money(fields, "planBalance").orElse(now.planBalance()),
        new Account.Terms(
            fields.has("cloningAllowed") ? fields.flag("cloningAllowed") : terms.cloningAllowed(),
            fields.object("limits").map(ControlInput::limits).orElse(terms.limits()),
            fields.object("plan").map(ControlInput::plan).orElse(terms.plan())));
  }

  private static Dialect dialect(String name) {
    return Dialect.values()[DIALECTS.indexOf(name)];
  }

  private static Limits limits(Fields fields) {
    Map<String, Integer> ceilings = new TreeMap<>();
    fields
        .choice("published", Limits.PUBLISHED.keySet())
        .ifPresent(table -> ceilings.putAll(Limits.PUBLISHED.get(table).ceilings()));
    for (String name : Limits.names()) {
      fields.whole(name, 0, Integer.MAX_VALUE).ifPresent(most -> ceilings.put(name, most));
    }
    return new Limits(ceilings);
  }

  private static Plan plan(Fields fields) {
    return new Plan(fields.whole("usedUp", 0, 999_999).orElse(0), fields.texts("models"));
  }

  private static Optional<BigDecimal> money(Fields fields, String name) {
    Optional<String> text = fields.text(name);
    if (text.filter(t -> !t.matches("-?\\d{1,12}(\\.\\d{1,8})?")).isPresent()) {
      throw fields.refusal(name, "must be a decimal such as \"12.50\"");
    }
    return text.map(BigDecimal::new);
  }
}
