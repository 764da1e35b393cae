package dev.timbre.platform.control;

import java.util.Map;

/**
 * A figure of the whole company for those who watch it, read from the database each time. Reading
 * it must cost no more than a look at an index.
 */
public interface Measure {

  /** For machines: {@code timbre_findings_open}. */
  String name();

  /** For people: one sentence. */
  String help();

  /** What its values are told apart by, for example {@code kind}. */
  String label();

  /** What there is, by the label's value; what there is none of may be absent. */
  Map<String, Number> read();
}
