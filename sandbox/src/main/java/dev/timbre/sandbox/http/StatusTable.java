package dev.timbre.sandbox.http;

import java.util.Map;

/** Codes, HTTP statuses and error types that belong together on the newer endpoints. */
final class StatusTable {
  static final Map<Integer, Integer> OF_CODE =
      Map.ofEntries(
          Map.entry(1004, 401),
          Map.entry(2049, 401),
          Map.entry(1008, 402),
          Map.entry(1026, 422),
          Map.entry(1027, 422),
          Map.entry(1002, 429),
          Map.entry(1039, 429),
          Map.entry(1028, 429),
          Map.entry(1030, 429),
          Map.entry(1041, 429),
          Map.entry(2045, 429),
          Map.entry(2056, 429),
          Map.entry(2062, 429),
          Map.entry(2061, 403),
          Map.entry(1000, 500),
          Map.entry(1001, 500),
          Map.entry(1013, 500),
          Map.entry(1024, 500),
          Map.entry(1033, 500));

  static final Map<Integer, String> TYPES =
      Map.of(
          400, "bad_request_error",
          401, "authorized_error",
          403, "authorized_error",
          402, "insufficient_balance_error",
          413, "invalid_request_error",
          422, "unprocessable_entity_error",
          429, "rate_limit_error",
          500, "server_error",
          529, "overloaded_error");

  private StatusTable() {}
}
