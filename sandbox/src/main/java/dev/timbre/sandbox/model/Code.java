package dev.timbre.sandbox.model;

import java.util.stream.Stream;

/** Status codes of the provider, as its API reference lists them, with their usual wording. */
public enum Code {
  SUCCESS(0, "success"),
  UNKNOWN_ERROR(1000, "unknown error"),
  TIMEOUT(1001, "timeout"),
  RATE_LIMIT(1002, "rate limit"),
  NOT_AUTHORISED(1004, "not authorized"),
  INSUFFICIENT_BALANCE(1008, "insufficient balance"),
  INTERNAL_SERVICE_ERROR(1013, "internal service error"),
  INTERNAL_ERROR(1024, "internal error"),
  INPUT_SENSITIVE(1026, "input new_sensitive"),
  OUTPUT_SENSITIVE(1027, "output new_sensitive"),
  PLAN_USED_UP(1028, "plan quota exhausted"),
  PLAN_RESOURCE_USED_UP(1030, "plan resource quota exhausted"),
  SYSTEM_ERROR(1033, "system error"),
  TOKEN_LIMIT(1039, "token limit"),
  CONNECTION_LIMIT(1041, "conn limit"),
  INVISIBLE_CHARACTERS(1042, "invisible character ratio exceeds limit"),
  ASR_MISMATCH(1043, "The asr similarity check failed"),
  PROMPT_MISMATCH(1044, "clone prompt similarity check failed"),
  INVALID_PARAMS(2013, "invalid params"),
  INVALID_SAMPLES(20132, "invalid samples or voice_id"),
  DURATION_OUT_OF_RANGE(2037, "voice duration out of range"),
  CLONING_NOT_ALLOWED(2038, "voice clone feature is not allowed for this account"),
  DUPLICATE_VOICE(2039, "voice clone voice id duplicate"),
  NO_ACCESS_TO_VOICE(2042, "You don't have access to this voice_id"),
  RATE_GROWTH(2045, "rate growth limit"),
  PROMPT_TOO_LONG(2048, "prompt audio too long"),
  INVALID_KEY(2049, "invalid api key"),
  NO_SUCH_VOICE(2054, "voice id not exist"),
  PLAN_WINDOW_USED_UP(2056, "usage limit exceeded"),
  MODEL_NOT_IN_PLAN(2061, "your current plan does not support this model"),
  PLAN_PEAK_LIMIT(2062, "usage limited during peak hours"),
  SOCKET_TIMEOUT(2201, "timeout, no event from the client"),
  ILLEGAL_EVENT(2202, "illegal event"),
  EMPTY_TEXT(2203, "empty text, skipped"),
  TEXT_OVER_LIMIT(2204, "text exceeds the character limit, skipped"),
  TOO_MANY_QUEUED(2205, "too many requests queued"),
  ILLEGAL_ORDER(2206, "illegal order of events");

  private final int number;
  private final String message;

  Code(int number, String message) {
    this.number = number;
    this.message = message;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** The usual {@code status_msg}. */
  public String message() {
    return message;
  }

  /** A refusal with any number, in the usual wording if that number has one. */
  public static Refusal refusalOf(int number) {
    return Stream.of(values())
        .filter(code -> code.number == number)
        .findFirst()
        .map(Code::refusal)
        .orElseGet(() -> new Refusal(number, "sandbox fault " + number));
  }

  /** A refusal with the usual wording. */
  public Refusal refusal() {
    return new Refusal(number, message);
  }

  /** A refusal that says more: {@code "<usual wording>, <detail>"}. */
  public Refusal refusal(String detail) {
    return new Refusal(number, message + ", " + detail);
  }
}
