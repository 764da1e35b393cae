package dev.timbre.sandbox.demo;

import java.io.PrintStream;

/** What the demo tells about itself, one numbered step after the other. */
final class Story {
  static final String FREE = "nothing";

  private final PrintStream out;
  private int steps;

  Story(PrintStream out) {
    this.out = out;
  }

  /** What is about to happen. */
  void step(String text) {
    steps++;
    out.printf("%n%2d. %s%n", steps, text);
  }

  /** What came of it. */
  void tell(String text) {
    out.println("    " + text);
  }

  void cost(String amount) {
    out.println("    Cost: " + amount);
  }

  void heading(String text) {
    out.printf("%n%s%n%s%n", text, "-".repeat(text.length()));
  }
}
