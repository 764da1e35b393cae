package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The answer to a clone as DMXAPI's example prints it: some lines stand twice, so that it is no
 * JSON. For readers that must not take it for a success, nor for proof of a failure.
 */
final class DamagedJson {
  private static final String PRINTED =
      """
      {
        "input_sensitive": %s,
        "input_sensitive_type": %s,
        "demo_audio": %s,
        "base_resp": {
          "status_code": 0,
          "status_code": 0,
          "status_msg": "success"
        },
          "status_msg": "success"
        },
        "usage": {
          "total_tokens": 1,
        "usage": {
          "total_tokens": 1,
          "input_tokens": 0,
          "input_tokens": 0,
          "input_tokens_details": {
          "input_tokens_details": {
            "cached_tokens": 0
          },
          "output_tokens": 1,
          "output_tokens_details": {
            "reasoning_tokens": 0
          }
        }
      }
      """;

  private DamagedJson() {}

  static String of(ObjectNode answer) {
    return PRINTED.formatted(
        answer.get("input_sensitive"),
        answer.get("input_sensitive_type"),
        answer.get("demo_audio"));
  }
}
