package dev.timbre.sandbox.chat;

/** No value was found that a schema allows. */
final class Unsatisfiable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsatisfiable(String why) {
    super(why, null, false, false);
  }
}
