package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Settings;
import dev.timbre.sandbox.model.SocketSwitches;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what the control interface is told. */
final class ControlInput {
  private static final int MAX_IDLE_SECONDS = 86_400;
  private static final int MAX_TASK_SECONDS = 86_400;

  private ControlInput() {}

  /**
   * New switches; what is not named stays: {@code {"largeIds": bool, "checkGroupId": bool,
   * "promptMinimumSeconds": number, "taskSeconds": number, "mediaOrigin": "http://…" or "",
   * "sockets": {"idleSeconds": number, "refuseWithStatus": bool}}}.
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
        fields.object("sockets").map(s -> sockets(s, now.sockets())).orElse(now.sockets()));
  }

  private static SocketSwitches sockets(Fields fields, SocketSwitches now) {
    return new SocketSwitches(
        fields.decimal("idleSeconds", 0, MAX_IDLE_SECONDS).orElse(now.idleSeconds()),
        fields.has("refuseWithStatus") ? fields.flag("refuseWithStatus") : now.refuseWithStatus());
  }

  /**
   * A new or changed account; what is not named stays or is usual: {@code {"name": "…", "keys":
   * ["…"], "groupId": "…", "balance": "12.5", "cloningAllowed": bool, "limits": {"speechRequests":
   * n, "speechCharacters": n, "cloneRequests": n}}}, limits per minute, {@code "limits": {}} for
   * none.
   */
  static Account account(Fields fields, String name, Optional<Account> known) {
    Account now = known.orElseGet(() -> Account.open(name, "0"));
    return new Account(
        name,
        fields.has("keys") ? fields.texts("keys") : now.keys(),
        fields.text("groupId").orElse(now.groupId()),
        fields.text("balance").map(b -> money(fields, b)).orElse(now.balance()),
        fields.has("cloningAllowed") ? fields.flag("cloningAllowed") : now.cloningAllowed(),
        fields.object("limits").map(ControlInput::limits).orElse(now.limits()));
  }

  private static Account.Limits limits(Fields fields) {
    int most = Integer.MAX_VALUE;
    return new Account.Limits(
        fields.whole("speechRequests", 0, most).orElse(null),
        fields.whole("speechCharacters", 0, most).orElse(null),
        fields.whole("cloneRequests", 0, most).orElse(null));
  }

  private static BigDecimal money(Fields fields, String text) {
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,8})?")) {
      throw fields.refusal("balance", "must be a decimal such as \"12.50\"");
    }
    return new BigDecimal(text);
  }
}
