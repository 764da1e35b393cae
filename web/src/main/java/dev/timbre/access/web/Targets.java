package dev.timbre.access.web;

import java.util.regex.Pattern;

/** Where people go on after they signed in. */
public final class Targets {

  private static final String HOME = "/index.xhtml";

  /** A path of our own: "//host" and "/\host" lead elsewhere. */
  private static final Pattern LOCAL = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9./?=&%_-]*");

  private Targets() {}

  /** The page that was asked for; the first page where that is none of ours. */
  public static String local(String wanted) {
    return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : HOME;
  }
}
