package dev.timbre.sandbox.chat;

import java.util.List;

/**
 * The tools on offer and the leave to use them.
 *
 * @param forced the tool that must be called, for {@link Use#NAMED}; else empty
 * @param parallel whether several calls may come at once
 */
record Toolbox(List<Tool> tools, Use use, String forced, boolean parallel) {

  /** Whether tools are to be called. */
  enum Use {
    NONE,
    AUTO,
    REQUIRED,
    NAMED
  }

  /** No tools at all. */
  static final Toolbox EMPTY = new Toolbox(List.of(), Use.NONE, "", false);

  Toolbox {
    tools = List.copyOf(tools);
  }

  int tokens() {
    return tools.stream().mapToInt(Tool::tokens).sum();
  }
}
