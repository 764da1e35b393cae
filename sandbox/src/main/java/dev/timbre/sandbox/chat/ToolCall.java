package dev.timbre.sandbox.chat;

/**
 * A tool that the assistant wants to have run.
 *
 * @param arguments JSON text; not whole when the answer was cut off in it
 */
record ToolCall(String id, String name, String arguments) {
  int tokens() {
    return Tokens.count(name) + Tokens.count(arguments);
  }
}
