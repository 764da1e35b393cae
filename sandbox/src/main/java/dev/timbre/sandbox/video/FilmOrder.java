package dev.timbre.sandbox.video;

import dev.timbre.sandbox.image.Painting;
import java.math.BigDecimal;

/**
 * What film is to be made; remembered with its task.
 *
 * @param prompt shown in the film; may be empty
 * @param resolution as the wire names it, for the price
 * @param callbackUrl whom to tell of the task; null for nobody
 */
record FilmOrder(
    String model,
    String prompt,
    String resolution,
    FrameSize size,
    int seconds,
    BigDecimal price,
    String callbackUrl) {

  /** The film; always the same for the same order. */
  Film film() {
    Painting painting = new Painting(prompt, prompt.hashCode(), Painting.USUAL_TINT);
    return new Film(painting, size.width(), size.height(), seconds);
  }
}
