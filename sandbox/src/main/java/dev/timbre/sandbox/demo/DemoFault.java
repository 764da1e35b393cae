package dev.timbre.sandbox.demo;

/** Why the demo cannot go on, in words for the person who started it. */
final class DemoFault extends Exception {
  private static final long serialVersionUID = 1;

  DemoFault(String reason) {
    super(reason);
  }

  DemoFault(String reason, Throwable cause) {
    super(reason, cause);
  }
}
