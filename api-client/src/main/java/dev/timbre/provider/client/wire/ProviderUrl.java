package dev.timbre.provider.client.wire;

import java.net.URI;

/**
 * An address in a provider's answer. It is signed and soon dies: fetch it at once, through the
 * download rules, and show it to nobody. Its text form therefore has no path and no query.
 */
public record ProviderUrl(URI uri) {

  /**
   * @throws IllegalArgumentException unless it is an http or https address with a host
   */
  public ProviderUrl {
    if (!isWebAddress(uri)) {
      throw new IllegalArgumentException("Not a web address");
    }
  }

  public static boolean isWebAddress(URI uri) {
    return uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + "/…";
  }
}
