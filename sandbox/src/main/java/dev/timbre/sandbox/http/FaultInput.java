package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Fault;
import java.util.Arrays;
import java.util.List;

/** Reads which fault shall befall which requests: {@code {"match": {…}, "effect": {…}}}. */
final class FaultInput {
  private static final int MAX_DELAY_MILLIS = 600_000;
  private static final long FOR_EVER = Long.MAX_VALUE;
  private static final int MAX_FLOOD_BYTES = 1 << 30;
  private static final int USUAL_FLOOD_BYTES = 64 << 20;
  private static final int MAX_FLOOD_MESSAGES = 1_000_000;
  private static final int USUAL_MESSAGES = 2_000;
  private static final int USUAL_SPLIT_BYTES = 7;
  private static final List<String> KINDS =
      Arrays.stream(Fault.Kind.values()).map(Fault.Kind::jsonName).toList();

  private FaultInput() {}

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
   * T one of
   *
   * <ul>
   *   <li>{@code code} ({@code code}, {@code message}), {@code delay} ({@code millis}), {@code
   *       cutBefore}, {@code cutAfter}, {@code status} ({@code status}, {@code body}, {@code
   *       contentType}), {@code halfBody}, {@code hold}. {@code when} has a meaning for code,
   *       delay, status and hold, and is usually "before"
   *   <li>of event streams, after {@code frames} events (usually 1): {@code streamError} ({@code
   *       code}, {@code message}), {@code streamCut}, {@code streamStall} ({@code millis}, else
   *       until released), {@code streamBadHex}, {@code streamBadJson}, {@code streamFlood} ({@code
   *       bytes})
   *   <li>of event streams as a whole: {@code streamSlow} ({@code millis} before each event),
   *       {@code streamSplit} ({@code bytes} a write), {@code streamTogether}, {@code
   *       streamDecorated}, {@code streamCrLf}, {@code streamRepeatFinal}, {@code streamDropFinal}
   *   <li>of WebSockets: {@code socketNoEvent}, {@code socketOutOfOrder}, {@code socketFlood}
   *       ({@code messages}, after {@code frames} events with sound). The faults of event streams
   *       befall them too, but for those of lines and writes
   * </ul>
   */
  static Fault.Effect effect(Fields fields) {
    Fields effect = fields.object("effect").orElseThrow(() -> fields.refusal("effect", "is empty"));
    effect.requireText("type");
    String type = effect.choice("type", KINDS).orElseThrow();
    Fault.Kind kind = Fault.Kind.values()[KINDS.indexOf(type)];
    boolean after = isAfterWork(effect, kind);
    int frames = effect.whole("frames", 0, 1_000_000).orElse(1);
    boolean refuses = kind == Fault.Kind.CODE || kind == Fault.Kind.STREAM_ERROR;
    boolean answers = kind == Fault.Kind.STATUS;
    String text = refuses ? message(effect) : null;
    String body = effect.text("body").orElse("<html><body>502 Bad Gateway</body></html>");
    String contentType = effect.text("contentType").orElse("text/html");
    return new Fault.Effect(
        kind,
        after,
        number(effect, kind),
        answers ? body : text,
        answers ? contentType : null,
        frames);
  }

  private static boolean isAfterWork(Fields effect, Fault.Kind kind) {
    return switch (kind) {
      case CUT_AFTER, HALF_BODY -> true;
      case CODE, DELAY, STATUS, HOLD ->
          effect.choice("when", List.of("before", "after")).orElse("before").equals("after");
      default -> false;
    };
  }

  private static long number(Fields effect, Fault.Kind kind) {
    return switch (kind) {
      case CODE, STREAM_ERROR -> code(effect);
      case DELAY, STREAM_SLOW -> effect.whole("millis", 0, MAX_DELAY_MILLIS).orElse(1000);
      case STREAM_STALL ->
          effect.whole("millis", 0, MAX_DELAY_MILLIS).map(Integer::longValue).orElse(FOR_EVER);
      case STATUS -> effect.whole("status", 200, 599).orElse(502);
      case STREAM_SPLIT -> effect.whole("bytes", 1, MAX_FLOOD_BYTES).orElse(USUAL_SPLIT_BYTES);
      case STREAM_FLOOD -> effect.whole("bytes", 1, MAX_FLOOD_BYTES).orElse(USUAL_FLOOD_BYTES);
      case SOCKET_FLOOD -> effect.whole("messages", 1, MAX_FLOOD_MESSAGES).orElse(USUAL_MESSAGES);
      default -> 0;
    };
  }

  private static int code(Fields effect) {
    return effect.whole("code", 1, 999_999).orElseThrow(() -> effect.refusal("code", "is empty"));
  }

  private static String message(Fields effect) {
    int code = code(effect);
    return effect.text("message").orElseGet(() -> Code.refusalOf(code).getMessage());
  }
}
