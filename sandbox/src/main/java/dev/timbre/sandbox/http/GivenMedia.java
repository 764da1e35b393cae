package dev.timbre.sandbox.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Media that a request carries: a link, or the bytes themselves in a data URL. Links are never
 * followed, because the sandbox calls nobody.
 *
 * @param link as given; only the media type and the word base64 of a data URL
 * @param bytes of a data URL; empty for a link
 */
public record GivenMedia(String link, Optional<byte[]> bytes) {
  private static final Pattern DATA_URL =
      Pattern.compile("(data:[a-z0-9.+/-]+;base64),(.*)", Pattern.DOTALL);

  /**
   * Reads a value of a field.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is neither an http or https link nor a
   *     data URL in base64
   */
  public static GivenMedia parse(Fields fields, String name, String value) {
    String head = value.substring(0, Math.min(5, value.length())).toLowerCase(Locale.ROOT);
    if (head.equals("data:")) {
      Matcher data = DATA_URL.matcher(value);
      if (!data.matches()) {
        throw fields.refusal(
            name, "must be a data URL of the form data:<media type>;base64,<data>");
      }
      return new GivenMedia(data.group(1), Optional.of(decoded(fields, name, data.group(2))));
    }
    if (!isWebLink(value)) {
      throw fields.refusal(name, "must be an http or https URL or a data URL");
    }
    return new GivenMedia(value, Optional.empty());
  }

  /**
   * Decodes base64 without the dress of a data URL.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is none
   */
  public static byte[] decoded(Fields fields, String name, String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw fields.refusal(name, "is not valid base64");
    }
  }

  private static boolean isWebLink(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
