package dev.timbre.sandbox.model;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;

/** What text and voices cost, as published for mainland China, and how text is counted. */
public final class Billing {
  public static final String CURRENCY = "CNY";

  /** Charged once per cloned or designed voice, at its first real synthesis. */
  public static final BigDecimal VOICE_FEE = new BigDecimal("9.9");

  private static final BigDecimal HD_PER_CHARACTER = new BigDecimal("0.00035");
  private static final BigDecimal TURBO_PER_CHARACTER = new BigDecimal("0.0002");

  private static final BigDecimal DESIGN_PREVIEW_PER_CHARACTER = new BigDecimal("0.0002");

  private Billing() {}

  /** Billed characters: a Chinese character counts two, everything else one, markup included. */
  public static long characters(String text) {
    return text.codePoints().map(point -> isHan(point) ? 2 : 1).sum();
  }

  /** Words: every Chinese character, and every run of other letters and digits. */
  public static int words(String text) {
    int words = 0;
    boolean inWord = false;
    for (int point : text.codePoints().toArray()) {
      boolean han = isHan(point);
      boolean letter = !han && (Character.isLetterOrDigit(point) || (point == '\'' && inWord));
      if (han || (letter && !inWord)) {
        words++;
      }
      inWord = letter;
    }
    return words;
  }

  /** Share of characters that nobody can see: controls, zero-width and the like; 0 for "". */
  public static double invisibleRatio(String text) {
    long invisible = text.codePoints().filter(Billing::isInvisible).count();
    return text.isEmpty() ? 0 : (double) invisible / text.codePointCount(0, text.length());
  }

  /** The exact price of so many billed characters with that model. */
  public static BigDecimal price(String model, long characters) {
    BigDecimal each = model.contains("hd") ? HD_PER_CHARACTER : TURBO_PER_CHARACTER;
    return each.multiply(BigDecimal.valueOf(characters)).stripTrailingZeros();
  }

  /** The exact price of the preview of a designed voice. */
  public static BigDecimal designPreviewPrice(long characters) {
    return DESIGN_PREVIEW_PER_CHARACTER
        .multiply(BigDecimal.valueOf(characters))
        .stripTrailingZeros();
  }

  private static boolean isHan(int point) {
    return UnicodeScript.of(point) == UnicodeScript.HAN;
  }

  private static boolean isInvisible(int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
