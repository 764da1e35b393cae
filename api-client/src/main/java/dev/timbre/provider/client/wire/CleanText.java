package dev.timbre.provider.client.wire;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Foreign text made fit for messages and logs: one short line without markup, control characters,
 * signed addresses or anything that looks like a key.
 */
public final class CleanText {

  private static final int LONGEST = 200;
  private static final int BYTES_LOOKED_AT = 4096;

  private static final Pattern MARKUP =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<[^<>]{0,500}>");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(https?://)(?:[^\\s/?#\"']*@)?([^\\s/?#\"'@]+)[^\\s\"']*");
  private static final Pattern KEY =
      Pattern.compile("(?i)\\bbearer\\s+[^\\s\"',]+|\\bsk-[\\w-]{4,}|\\beyJ[\\w-]{8,}[\\w.-]*");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  private CleanText() {}

  /** The first characters of a body. */
  public static String of(byte[] body) {
    int length = Math.min(body.length, BYTES_LOOKED_AT);
    return of(new String(body, 0, length, StandardCharsets.UTF_8));
  }

  /** The first characters of a text. */
  public static String of(String text) {
    if (isPlainId(text)) {
      return text;
    }
    String start = text.substring(0, Math.min(text.length(), BYTES_LOOKED_AT));
    String plain = MARKUP.matcher(start).replaceAll(" ");
    String safe = KEY.matcher(ADDRESS.matcher(plain).replaceAll("$1$2/…")).replaceAll("***");
    String line = UNPRINTABLE.matcher(safe).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** Trace ids are lower-case hex, and come with every event of a stream. */
  private static boolean isPlainId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return text.length() <= LONGEST;
  }
}
