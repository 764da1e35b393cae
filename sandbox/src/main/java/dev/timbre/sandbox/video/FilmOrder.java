package dev.timbre.sandbox.video;

import dev.timbre.sandbox.image.Painting;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Purse;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What film is to be made; remembered with its task.
 *
 * @param prompt shown in the film; may be empty
 * @param resolution as the wire names it, for the price
 * @param purse which of the account's purses pays
 * @param callbackUrl whom to tell of the task; null for nobody
 */
public record FilmOrder(
    String model,
    String prompt,
    String resolution,
    FrameSize size,
    int seconds,
    BigDecimal price,
    Purse purse,
    String callbackUrl) {

  /** The same, paid from a purse. */
  public FilmOrder paidFrom(Purse payer) {
    return new FilmOrder(model, prompt, resolution, size, seconds, price, payer, callbackUrl);
  }

  /** What its owner is charged. */
  public LedgerEntry charge(String account, Instant now) {
    return new LedgerEntry(now, account, LedgerEntry.Kind.VIDEO, null, model, 1, price, purse);
  }

  /** The film; always the same for the same order. */
  public Film film() {
    Painting painting = new Painting(prompt, prompt.hashCode(), Painting.USUAL_TINT);
    return new Film(painting, size.width(), size.height(), seconds);
  }
}
