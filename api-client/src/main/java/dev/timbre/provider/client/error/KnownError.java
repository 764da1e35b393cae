package dev.timbre.provider.client.error;

import static dev.timbre.provider.client.error.Mender.ACCOUNT;
import static dev.timbre.provider.client.error.Mender.CALLER;
import static dev.timbre.provider.client.error.Mender.POLICY;
import static dev.timbre.provider.client.error.Mender.PROVIDER;
import static dev.timbre.provider.client.error.Retry.LATER;
import static dev.timbre.provider.client.error.Retry.NEVER;
import static dev.timbre.provider.client.error.Retry.SOON;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of provider codes: what each means, who can mend it, how, whether the request was
 * surely not carried out, and how patiently a repeat may be tried where a repeat is safe.
 *
 * <p>Meanings: MiniMax API reference, "Error codes" and the error lists of the single endpoints.
 * Who mends and what may be repeated is our own judgement; see {@link #retry}.
 */
public enum KnownError {
  UNKNOWN_FAULT(1000, PROVIDER, SOON, true, "unknown error at the provider", Remedy.WAIT),
  TIMED_OUT(1001, PROVIDER, SOON, true, "the provider timed out", Remedy.WAIT),
  RATE_LIMIT(1002, ACCOUNT, LATER, false, "request rate limit reached", Remedy.SLOW_DOWN),
  NOT_AUTHORISED(
      1004, CALLER, NEVER, false, "not authorised, or key and group do not match", Remedy.KEY),
  INSUFFICIENT_BALANCE(1008, ACCOUNT, NEVER, false, "insufficient balance", Remedy.PAY),
  INTERNAL_SERVICE_FAULT(1013, PROVIDER, SOON, true, "internal service error", Remedy.WAIT),
  INTERNAL_FAULT(1024, PROVIDER, SOON, true, "internal error", Remedy.WAIT),
  INPUT_SENSITIVE(1026, POLICY, NEVER, false, "the input was judged sensitive", Remedy.REWORD),
  OUTPUT_SENSITIVE(1027, POLICY, NEVER, true, "the output was judged sensitive", Remedy.REWORD),
  PLAN_QUOTA(1028, ACCOUNT, NEVER, false, "the plan's quota is used up", Remedy.PLAN),
  PLAN_QUOTA_OTHER(1030, ACCOUNT, NEVER, false, "the plan's quota is used up", Remedy.PLAN),
  DATABASE_FAULT(1033, PROVIDER, SOON, true, "system or database error", Remedy.WAIT),
  TOKEN_LIMIT(
      1039,
      ACCOUNT,
      LATER,
      false,
      "limit of characters or tokens per minute reached",
      "Send less per minute; if the text alone is over the limit, split it."),
  CONNECTION_LIMIT(1041, ACCOUNT, LATER, false, "too many connections", Remedy.SLOW_DOWN),
  INVISIBLE_CHARACTERS(
      1042,
      CALLER,
      NEVER,
      false,
      "more than 10 % of the text are invisible characters",
      "Remove control and zero-width characters from the text."),
  TRANSCRIPT_MISMATCH(
      1043,
      CALLER,
      NEVER,
      false,
      "the sample does not say what text_validation expects",
      "Correct the expected text, lower the accuracy or choose another sample."),
  PROMPT_MISMATCH(
      1044,
      CALLER,
      NEVER,
      false,
      "the prompt recording does not say what its transcript says",
      "Correct the prompt transcript or choose another prompt recording."),
  INVALID_PARAMETERS(
      2013,
      CALLER,
      NEVER,
      false,
      "invalid parameters",
      "Correct the field that the message names."),
  INVALID_SAMPLE(
      20132, CALLER, NEVER, false, "invalid sample or voice_id", "Upload the sample again."),
  DURATION_OUT_OF_RANGE(
      2037,
      CALLER,
      NEVER,
      false,
      "the sample's length is out of range",
      "Use a sample of 10 s to 5 min, and a prompt of 5 s to 8 s."),
  CLONING_NOT_ALLOWED(
      2038,
      ACCOUNT,
      NEVER,
      false,
      "the account may not clone voices",
      "Complete the account's identity verification at the provider."),
  DUPLICATE_VOICE_ID(
      2039,
      CALLER,
      NEVER,
      false,
      "the voice_id is already taken",
      "Choose another voice_id; after an interrupted clone, see whether the voice is ours."),
  NO_ACCESS_TO_VOICE(
      2042,
      CALLER,
      NEVER,
      false,
      "the voice belongs to another account",
      "Use the account that made the voice."),
  RATE_GROWTH_LIMIT(2045, ACCOUNT, LATER, false, "the rate grew too steeply", Remedy.SLOW_DOWN),
  PROMPT_TOO_LONG(
      2048,
      CALLER,
      NEVER,
      false,
      "the prompt recording is too long",
      "Use a prompt recording shorter than 8 s."),
  INVALID_KEY(2049, CALLER, NEVER, false, "invalid api key", Remedy.KEY),
  NO_SUCH_VOICE(
      2054,
      CALLER,
      NEVER,
      false,
      "the voice does not exist, or has lapsed or been deleted",
      "Clone the voice again under a new voice_id."),
  PLAN_WINDOW_USED_UP(
      2056, ACCOUNT, NEVER, false, "the usage limit of the plan's window is reached", Remedy.PLAN),
  MODEL_NOT_IN_PLAN(2061, ACCOUNT, NEVER, false, "the model is not part of the plan", Remedy.PLAN),
  PLAN_PEAK_HOURS(2062, ACCOUNT, LATER, false, "the plan's peak-hour limit", Remedy.SLOW_DOWN),
  SOCKET_IDLE(2201, CALLER, SOON, true, "the WebSocket was idle for too long", "Connect again."),
  SOCKET_ILLEGAL_EVENT(
      2202, CALLER, NEVER, true, "an event out of order on the WebSocket", Remedy.PROTOCOL),
  SOCKET_EMPTY_TEXT(2203, CALLER, NEVER, false, "empty text, skipped", Remedy.PROTOCOL),
  SOCKET_TEXT_TOO_LONG(2204, CALLER, NEVER, false, "text over the limit, skipped", Remedy.PROTOCOL),
  SOCKET_QUEUE_FULL(2205, CALLER, LATER, false, "too many texts are waiting", Remedy.SLOW_DOWN),
  SOCKET_ILLEGAL_ORDER(
      2206, CALLER, NEVER, true, "an event out of order closed the WebSocket", Remedy.PROTOCOL);

  private static final Map<ErrorCode, KnownError> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(KnownError::code, Function.identity()));

  /** Where the usual pause of the pace would be too short or too long. */
  private static final Map<KnownError, Duration> PAUSES =
      Map.of(
          TOKEN_LIMIT, Duration.ofSeconds(60),
          RATE_GROWTH_LIMIT, Duration.ofSeconds(30),
          CONNECTION_LIMIT, Duration.ofSeconds(5),
          SOCKET_QUEUE_FULL, Duration.ofSeconds(2),
          PLAN_PEAK_HOURS, Duration.ofMinutes(10));

  private final ErrorCode code;
  private final Mender mender;
  private final Retry pace;
  private final boolean mayHaveBeenCarriedOut;
  private final String meaning;
  private final String remedy;

  KnownError(
      int number,
      Mender mender,
      Retry pace,
      boolean mayHaveBeenCarriedOut,
      String meaning,
      String remedy) {
    this.code = new ErrorCode(number);
    this.mender = mender;
    this.pace = pace;
    this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The row of {@code code}; empty for a code that no document names. */
  public static Optional<KnownError> find(ErrorCode code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * Whether a call that ended with {@code code} may be repeated unchanged. A charged operation is
   * repeated only when the code proves that nothing was done; an unknown code proves nothing and
   * promises nothing, so it is never repeated. A clone is recovered on another way: by sending the
   * same voice_id again and reading 2039 as proof.
   */
  public static Retry retry(ErrorCode code, Operation operation) {
    return find(code)
        .filter(known -> !operation.charged() || known.surelyNotCarriedOut())
        .map(known -> known.pace)
        .orElse(NEVER);
  }

  /**
   * How long to wait before a call that ended with {@code code} is repeated, if it may be. Limits
   * per minute need most of a minute, a full queue needs seconds; the provider announces neither.
   *
   * @see #retry whether it may be
   */
  public static Duration pause(ErrorCode code) {
    return find(code)
        .map(known -> PAUSES.getOrDefault(known, known.pace.pause()))
        .orElse(Duration.ZERO);
  }

  public ErrorCode code() {
    return code;
  }

  /** Who can put it right. */
  public Mender mender() {
    return mender;
  }

  /** Whether the code proves that the request was refused before any work or charge. */
  public boolean surelyNotCarriedOut() {
    return !mayHaveBeenCarriedOut;
  }

  /** What happened, as a phrase that can follow a colon. */
  public String meaning() {
    return meaning;
  }

  /** What to do about it, as a sentence. */
  public String remedy() {
    return remedy;
  }

  /** Sentences that several rows share. */
  private static final class Remedy {
    static final String WAIT = "Wait; if it lasts, give the trace id to the provider's support.";
    static final String SLOW_DOWN = "Wait, then send fewer requests at once.";
    static final String KEY =
        "Check the API key, the base URL of its region and, if set, the GroupId.";
    static final String PAY = "Top up the account's balance.";
    static final String PLAN = "Wait for the next period or enlarge the account's plan.";
    static final String REWORD = "Change the text or the recording; the provider's policy refused.";
    static final String PROTOCOL = "Follow the event order of the WebSocket protocol.";
  }
}
