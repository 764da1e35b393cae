package dev.timbre.platform.entity;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list ordered newest first.
 *
 * @param next the id to pass as {@code after} for the next page; null on the last page
 */
public record Page<T>(List<T> items, UUID next) {

  /** Builds a page from one row more than asked for, which only tells that there is a next page. */
  public static <T extends Identified> Page<T> of(List<T> rows, int limit) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, items.get(limit - 1).getId());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<R>(items.stream().<R>map(mapper).toList(), next);
  }
}
