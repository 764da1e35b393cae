package dev.timbre.sandbox.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the demo tells about itself, one numbered step after the other. */
final class Story {
  static final String FREE = "nothing";

  /** UTF-8, also where the system says nothing of an encoding, as in a bare container. */
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private int steps;

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

  void line(String text) {
    out.println(text);
  }

  void heading(String text) {
    out.printf("%n%s%n%s%n", text, "-".repeat(text.length()));
  }
}
