package dev.timbre.provider.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.InvalidRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A row of a table of limits: a request that breaks one, and what the refusal must name. */
public record BrokenRequest(String field, String value, String limit, ThrowingCallable request) {

  public static BrokenRequest broken(
      String field, String value, String limit, ThrowingCallable request) {
    return new BrokenRequest(field, value, limit, request);
  }

  public void isRefused() {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, request);

    assertThat(invalid).as(toString()).isNotNull();
    assertThat(invalid.field()).isEqualTo(field);
    assertThat(invalid.value()).isEqualTo(value);
    assertThat(invalid.limit()).isEqualTo(limit);
  }

  @Override
  public String toString() {
    return field + " is " + value;
  }
}
