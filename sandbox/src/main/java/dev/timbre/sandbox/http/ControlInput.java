package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Settings;
import dev.timbre.sandbox.model.SocketSwitches;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the control interface is told. */
final class ControlInput {
  private static final int MAX_DELAY_MILLIS = 600_000;
  private static final int MAX_IDLE_SECONDS = 86_400;
  private static final int MAX_TASK_SECONDS = 86_400;
  private static final List<String> KINDS =
      Arrays.stream(Fault.Kind.values()).map(Fault.Kind::jsonName).toList();

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

  /**
   * Which requests a fault befalls: {@code "match": {"path": "/v1/voice_clone", "method": "POST",
   * "skip": 0, "times": 1}}. A path that ends in {@code *} is a prefix; only the path is required.
   */
  static Fault.Match match(Fields fields) {
    Fields match = fields.object("match").orElseThrow(() -> fields.refusal("match", "is empty"));
    return new Fault.Match(
        match.requireText("path"),
        match.text("method").orElse(null),
        match.whole("skip", 0, Integer.MAX_VALUE).orElse(0),
        match.whole("times", 1, 1_000_000).orElse(1));
  }

  /**
   * What befalls them: {@code "effect": {"type": T, "when": "before" or "after" the work, …}} with
   * T one of {@code code} ({@code code}, {@code message}), {@code delay} ({@code millis}), {@code
   * cutBefore}, {@code cutAfter}, {@code status} ({@code status}, {@code body}, {@code
   * contentType}), {@code halfBody}, {@code hold}, and on WebSockets {@code malformedHex}, {@code
   * noEvent}, {@code outOfOrder}, {@code flood} ({@code frames}) and {@code oversizedFrame} ({@code
   * bytes}). {@code when} has a meaning for code, delay, status and hold, and is usually "before".
   */
  static Fault.Effect effect(Fields fields) {
    Fields effect = fields.object("effect").orElseThrow(() -> fields.refusal("effect", "is empty"));
    effect.requireText("type");
    String type = effect.choice("type", KINDS).orElseThrow();
    Fault.Kind kind = Fault.Kind.values()[KINDS.indexOf(type)];
    boolean after =
        switch (kind) {
          case CUT_AFTER, HALF_BODY -> true;
          case CUT_BEFORE -> false;
          default ->
              effect.choice("when", List.of("before", "after")).orElse("before").equals("after");
        };
    return switch (kind) {
      case CODE -> {
        int code =
            effect.whole("code", 1, 999_999).orElseThrow(() -> effect.refusal("code", "is empty"));
        String message = effect.text("message").orElse(usualMessage(code));
        yield new Fault.Effect(kind, after, code, message, null);
      }
      case DELAY ->
          new Fault.Effect(
              kind, after, effect.whole("millis", 0, MAX_DELAY_MILLIS).orElse(1000), null, null);
      case STATUS ->
          new Fault.Effect(
              kind,
              after,
              effect.whole("status", 200, 599).orElse(502),
              effect.text("body").orElse("<html><body>502 Bad Gateway</body></html>"),
              effect.text("contentType").orElse("text/html"));
      case FLOOD ->
          new Fault.Effect(
              kind, after, effect.whole("frames", 1, 1_000_000).orElse(2000), null, null);
      case OVERSIZED_FRAME ->
          new Fault.Effect(
              kind, after, effect.whole("bytes", 1, 1 << 28).orElse(32 << 20), null, null);
      default -> new Fault.Effect(kind, after, 0, null, null);
    };
  }

  private static String usualMessage(int code) {
    return Stream.of(Code.values())
        .filter(c -> c.number() == code)
        .map(Code::message)
        .findFirst()
        .orElse("sandbox fault " + code);
  }
}
