package dev.timbre.provider.client.transport;

import java.util.regex.Pattern;

/** Hosts that are this machine by their name alone, without asking a name server. */
public final class LoopbackHost {

  private static final Pattern NAMES =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  private LoopbackHost() {}

  public static boolean matches(String host) {
    return NAMES.matcher(host).matches();
  }
}
