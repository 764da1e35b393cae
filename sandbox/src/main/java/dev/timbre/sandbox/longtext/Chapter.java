package dev.timbre.sandbox.longtext;

import java.util.regex.Pattern;

/**
 * A text that becomes one sound file.
 *
 * @param name what its files are called, without what follows the dot
 */
record Chapter(String name, String text) {
  private static final Pattern TORN_MARKUP = Pattern.compile("(\\s|<#[^#]*#>|<#[^#]*#?|<)+$");

  /**
   * The beginning of the chapter, up to the last blank before a number of code points; markup is
   * not torn.
   */
  Chapter shortenedTo(int codePoints) {
    if (text.codePointCount(0, text.length()) <= codePoints) {
      return this;
    }
    int end = text.offsetByCodePoints(0, codePoints);
    int blank = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
    String begin = text.substring(0, blank > end / 2 ? blank : end);
    return new Chapter(name, TORN_MARKUP.matcher(begin).replaceFirst(""));
  }
}
