package dev.timbre.provider.client.wire.batch;

/**
 * What is wrong with a line of a batch's input.
 *
 * @param line from 1
 * @param field name on the wire; empty when it is the line itself
 * @param problem what is there and what is allowed, without the text of the conversation
 */
public record LineFault(long line, String field, String problem) {

  @Override
  public String toString() {
    return "line " + line + ": " + (field.isEmpty() ? "" : field + " ") + problem;
  }
}
