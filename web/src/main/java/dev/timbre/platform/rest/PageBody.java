package dev.timbre.platform.rest;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list, newest first.
 *
 * @param next pass it as {@code after} for the next page; absent on the last one
 */
public record PageBody<T>(List<T> items, UUID next) {

  public static <E extends Identified, T> PageBody<T> of(Page<E> page, Function<E, T> mapper) {
    return new PageBody<>(page.items().stream().map(mapper).toList(), page.next());
  }
}
