package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which of an account's two purses pays; that of the key that was used, and never the other. */
public enum Purse {
  /** Money that was paid in; keys as {@code sk-api-…}. */
  PAY_AS_YOU_GO("payAsYouGo"),
  /** What a subscription gives; keys as {@code sk-cp-…}. */
  PLAN("plan");

  private static final String PLAN_KEY = "sk-cp-";

  private final String jsonName;

  Purse(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The purse that a key opens. */
  public static Purse of(String key) {
    return key.startsWith(PLAN_KEY) ? PLAN : PAY_AS_YOU_GO;
  }

  /** The name in JSON. */
  @JsonValue
  public String jsonName() {
    return jsonName;
  }
}
