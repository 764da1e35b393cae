package dev.timbre.provider.client.error;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * A number from {@code base_resp.status_code}. An open type: providers add codes, and an unknown
 * one is data, not a fault. Never compare it with HTTP statuses: 1000 is not "500 or more".
 *
 * @see KnownError the table of what the known ones mean
 */
public record ErrorCode(int number) implements Serializable {

  /** The only success. */
  public static final ErrorCode SUCCESS = new ErrorCode(0);

  /** What newer endpoints name instead of a code, when the message carries none. */
  private static final Map<String, ErrorCode> TYPES =
      Map.of(
          "bad_request_error", new ErrorCode(2013),
          "authorized_error", new ErrorCode(1004),
          "insufficient_balance_error", new ErrorCode(1008),
          "unprocessable_entity_error", new ErrorCode(1027),
          "rate_limit_error", new ErrorCode(1002),
          "server_error", new ErrorCode(1000),
          "api_error", new ErrorCode(1000),
          "overloaded_error", new ErrorCode(1000));

  /**
   * The code that stands for an {@code error.type} of the newer endpoints (MiniMax API reference,
   * "Error codes"); empty for types of others.
   */
  public static Optional<ErrorCode> ofType(String type) {
    return Optional.ofNullable(TYPES.get(type));
  }

  /** Whether the provider did what was asked. */
  public boolean isSuccess() {
    return number == 0;
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
