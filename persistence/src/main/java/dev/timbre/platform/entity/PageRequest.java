package dev.timbre.platform.entity;

import dev.timbre.platform.error.Invalid;
import java.util.Optional;
import java.util.UUID;

/**
 * Which page of a list is wanted.
 *
 * @param limit rows per page, 1 to {@value #MAX_LIMIT}
 * @param after the {@code next} of the page before; null for the first page
 */
public record PageRequest(int limit, UUID after) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /**
   * @throws Invalid when the limit is outside its range
   */
  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new Invalid(
          "limit-out-of-range",
          "limit is " + limit + "; give a number from 1 to " + MAX_LIMIT + ".");
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }

  public Optional<UUID> afterId() {
    return Optional.ofNullable(after);
  }
}
