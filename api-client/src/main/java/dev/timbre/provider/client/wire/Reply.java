package dev.timbre.provider.client.wire;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole HTTP answer before it is understood. {@link #judged} applies the one rule of success:
 * {@code base_resp.status_code} is 0, whatever the HTTP status says.
 *
 * @param mediaType value of {@code Content-Type}
 * @param headerTraceId value of {@code Trace-Id} or {@code X-Trace-Id}; may be null
 */
public record Reply(
    Operation operation,
    int httpStatus,
    Optional<String> mediaType,
    String headerTraceId,
    byte[] body) {

  private static final String ENVELOPE = "base_resp";

  /** Newer endpoints write the code at the end of the message: "rate limit exceeded (1002)". */
  private static final Pattern CODE_IN_MESSAGE = Pattern.compile("\\((\\d{3,6})\\)\\s*$");

  public Reply {
    headerTraceId = headerTraceId == null ? null : CleanText.of(headerTraceId);
  }

  /**
   * The answer's object, if the provider says that it succeeded.
   *
   * @param ownFields the fields of this kind of answer, one of which must stand in for the envelope
   *     where a gateway has dropped it
   * @throws ProviderRefused on any other code than 0
   * @throws ProviderAnswerUnreadable when there is neither an envelope nor an own field
   */
  public WireObject judged(String... ownFields) {
    WireObject root =
        JsonText.object(body)
            .map(WireObject::new)
            .orElseThrow(() -> unreadable("not a JSON object"));
    Optional<ErrorCode> code = code(root);
    if (code.isEmpty()) {
      requireOwnField(root, ownFields);
    } else if (!code.get().isSuccess()) {
      throw refused(root, code.get());
    }
    return root;
  }

  /** Whether the body is audio itself; some resellers answer so, and without an envelope. */
  public boolean isAudio() {
    String type = mediaType.orElse("").strip().toLowerCase(Locale.ROOT);
    return httpStatus / 100 == 2
        && type.startsWith("audio/")
        && body.length > 0
        && JsonText.object(body).isEmpty();
  }

  /** The refusal in the body, if there is one; for operations that answer with raw bytes. */
  public Optional<ProviderException> refusal() {
    Optional<WireObject> root = JsonText.object(body).map(WireObject::new);
    return root.flatMap(this::code)
        .filter(code -> !code.isSuccess())
        .map(code -> refused(root.get(), code));
  }

  /** An envelope that cannot be read is not a missing one: it might be a refusal. */
  private Optional<ErrorCode> code(WireObject root) {
    if (!root.has(ENVELOPE)) {
      return codeInMessage(root);
    }
    WireObject envelope =
        root.object(ENVELOPE).orElseThrow(() -> unreadable("base_resp is no object"));
    if (!envelope.has("status_code")) {
      return codeInMessage(root);
    }
    OptionalInt number = envelope.wholeNumber("status_code");
    if (number.isEmpty()) {
      throw unreadable("base_resp.status_code is no whole number");
    }
    return Optional.of(new ErrorCode(number.getAsInt()));
  }

  private static Optional<ErrorCode> codeInMessage(WireObject root) {
    Optional<WireObject> error = root.object("error");
    return error
        .flatMap(object -> object.text("message"))
        .map(CODE_IN_MESSAGE::matcher)
        .filter(Matcher::find)
        .map(matcher -> new ErrorCode(Integer.parseInt(matcher.group(1))))
        .or(() -> error.flatMap(object -> object.text("type")).flatMap(ErrorCode::ofType));
  }

  private void requireOwnField(WireObject root, String... ownFields) {
    boolean accepted = httpStatus / 100 == 2 && !root.has("error");
    if (!accepted || Arrays.stream(ownFields).noneMatch(root::has)) {
      throw unreadable("no envelope (base_resp) and no result");
    }
  }

  private ProviderException refused(WireObject root, ErrorCode code) {
    String message =
        root.object(ENVELOPE)
            .flatMap(envelope -> envelope.text("status_msg"))
            .or(() -> root.object("error").flatMap(error -> error.text("message")))
            .orElse("");
    return new ProviderRefused(operation, code, CleanText.of(message), trace(root).orElse(null));
  }

  /** The same answer with another body, such as one event of a stream. */
  public Reply withBody(byte[] other) {
    return new Reply(operation, httpStatus, mediaType, headerTraceId, other);
  }

  /** The exception for an answer that is no answer. */
  public ProviderAnswerUnreadable unreadable(String reason) {
    return new ProviderAnswerUnreadable(
        operation, httpStatus, reason, CleanText.of(body), headerTraceId);
  }

  /** The provider's id of the request: from the header, else from the body. */
  public Optional<String> trace(WireObject root) {
    return Optional.ofNullable(headerTraceId)
        .or(() -> root.text("trace_id"))
        .or(() -> root.text("request_id"))
        .map(CleanText::of);
  }

  @Override
  public String toString() {
    return "Reply[" + operation + ", HTTP " + httpStatus + ", " + body.length + " bytes]";
  }
}
