package dev.timbre.sandbox.video.h3;

import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.video.FilmOrder;

/**
 * What was asked for; remembered with its task.
 *
 * @param type {@code generation}, {@code regeneration} or {@code h3_context_ir}
 * @param film what film is to be made; a prepared prompt has one too, which is not made
 * @param ratio of width to height, as the wire names it
 * @param images how many pictures went in
 */
record H3Order(String type, FilmOrder film, String ratio, int images) {
  static final String GENERATION = "generation";
  static final String REGENERATION = "regeneration";
  static final String PREPARATION = "h3_context_ir";

  /** The same, paid from a purse. */
  H3Order paidFrom(Purse purse) {
    return new H3Order(type, film.paidFrom(purse), ratio, images);
  }

  boolean isFilm() {
    return !type.equals(PREPARATION);
  }
}
