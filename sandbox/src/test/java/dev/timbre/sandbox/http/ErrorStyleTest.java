package dev.timbre.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStyleTest {
  @ParameterizedTest
  @CsvSource({
    "2013, 400, bad_request_error",
    "2054, 400, bad_request_error",
    "1004, 401, authorized_error",
    "2049, 401, authorized_error",
    "1008, 402, insufficient_balance_error",
    "1026, 422, unprocessable_entity_error",
    "1027, 422, unprocessable_entity_error",
    "1002, 429, rate_limit_error",
    "2056, 429, rate_limit_error",
    "2062, 429, rate_limit_error",
    "1000, 500, server_error",
    "1013, 500, server_error",
    "1033, 500, server_error"
  })
  void codes_haveAStatusAndAType(int code, int status, String type) {
    assertThat(ErrorStyle.statusOf(code)).isEqualTo(status);
    assertThat(ErrorStyle.typeOf(status)).isEqualTo(type);
  }
}
