package dev.timbre.sandbox.model;

import java.math.BigDecimal;

/**
 * Prices in {@link Billing#CURRENCY} of what the sandbox knows no published price of: round figures
 * of a likely size, so that something is charged and can be watched.
 */
public final class StandInPrices {
  private static final BigDecimal IMAGE = new BigDecimal("0.025");
  private static final BigDecimal FILM_SECOND = new BigDecimal("0.4");
  private static final BigDecimal LARGE_FILM_SECOND = new BigDecimal("0.6");
  private static final BigDecimal PROMPT_PREPARATION = new BigDecimal("0.05");
  private static final BigDecimal TEMPLATE_FILM = new BigDecimal("2");
  private static final BigDecimal SONG = new BigDecimal("1");
  private static final BigDecimal TRANSCRIBED_SECOND = new BigDecimal("0.0005");
  private static final BigDecimal LYRICS = new BigDecimal("0.05");

  private StandInPrices() {}

  /** Images of any size. */
  public static BigDecimal images(int count) {
    return IMAGE.multiply(BigDecimal.valueOf(count));
  }

  /** A film, dearer at {@code 1080P} and {@code 2K}. */
  public static BigDecimal film(String resolution, int seconds) {
    boolean large = resolution.equals("1080P") || resolution.equals("2K");
    return (large ? LARGE_FILM_SECOND : FILM_SECOND).multiply(BigDecimal.valueOf(seconds));
  }

  /** The preparation of a prompt for a film. */
  public static BigDecimal promptPreparation() {
    return PROMPT_PREPARATION;
  }

  /** A film made from a template. */
  public static BigDecimal templateFilm() {
    return TEMPLATE_FILM;
  }

  /** A piece of music; nothing for models whose name ends in {@code -free}. */
  public static BigDecimal music(String model) {
    return model.endsWith("-free") ? BigDecimal.ZERO : SONG;
  }

  /** Speech that was written down. */
  public static BigDecimal transcription(long seconds) {
    return TRANSCRIBED_SECOND.multiply(BigDecimal.valueOf(seconds)).stripTrailingZeros();
  }

  /** Words for a song. */
  public static BigDecimal lyrics() {
    return LYRICS;
  }
}
