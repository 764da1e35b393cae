package dev.timbre.access.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are long enough and yet tried first. */
final class CommonPasswords {

  /** Fewer different characters than this are a pattern, for example "abababababab". */
  private static final int FEWEST_DIFFERENT = 5;

  private static final String RUNS =
      "0123456789012345678901234567890 9876543210987654321098765432109"
          + " abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba"
          + " qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm azertyuiopqsdfghjklmwxcvbn";

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  static CommonPasswords read() {
    try (InputStream in = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new CommonPasswords(
          lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the password, its case and what stands between or after the letters apart, is one. */
  boolean contains(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    String bare = lower.replaceAll("[^\\p{L}\\p{N}]", "");
    String letters = bare.replaceAll("\\p{N}+$", "");
    return lower.codePoints().distinct().count() < FEWEST_DIFFERENT
        || !bare.isEmpty() && RUNS.contains(bare)
        || words.contains(bare)
        || words.contains(letters);
  }
}
