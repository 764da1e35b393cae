package dev.timbre.provider.client.error;

import java.io.Serializable;

/**
 * A number from {@code base_resp.status_code}. An open type: providers add codes, and an unknown
 * one is data, not a fault. Never compare it with HTTP statuses: 1000 is not "500 or more".
 *
 * @see KnownError the table of what the known ones mean
 */
public record ErrorCode(int number) implements Serializable {

  /** The only success. */
  public static final ErrorCode SUCCESS = new ErrorCode(0);

  /** Whether the provider did what was asked. */
  public boolean isSuccess() {
    return number == 0;
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
