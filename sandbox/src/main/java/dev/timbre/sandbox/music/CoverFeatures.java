package dev.timbre.sandbox.music;

import dev.timbre.sandbox.model.MediaLinks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Songs prepared for a cover. Their ids say all that is known of them, under the signature of
 * download links, so nothing has to be remembered until they expire.
 */
final class CoverFeatures {
  /** 24 hours, by the provider's music page. */
  private static final Duration LIFE = Duration.ofHours(24);

  private static final Pattern ID =
      Pattern.compile("(cover-([0-9a-f]+)-(\\d{1,9}))\\?Expires=(\\d+)&Signature=([0-9a-f]+)");

  private final MediaLinks links;

  CoverFeatures(MediaLinks links) {
    this.links = links;
  }

  /** An id for a song, which lives 24 hours. */
  String prepare(String account, Cover cover) {
    String name = "cover-" + mark(account) + "-" + Math.round(cover.seconds() * 1000);
    String link = links.link(name, LIFE);
    byte[] signed = link.substring(link.indexOf(name)).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /** The song of that id; empty when it is unknown, expired or somebody else's. */
  Optional<Cover> find(String account, String id) {
    String signed;
    try {
      signed = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher matcher = ID.matcher(signed);
    boolean own =
        matcher.matches()
            && links.isValid(matcher.group(1), matcher.group(4), matcher.group(5))
            && matcher.group(2).equals(mark(account));
    return own
        ? Optional.of(new Cover(Integer.parseInt(matcher.group(3)) / 1000.0))
        : Optional.empty();
  }

  private static String mark(String account) {
    return Integer.toHexString(account.hashCode());
  }
}
