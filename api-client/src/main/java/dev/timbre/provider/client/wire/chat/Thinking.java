package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;

/** Whether the model thinks before it answers. Open. */
public record Thinking(String value) {

  public static final Thinking DISABLED = new Thinking("disabled");

  /** As much as the question needs. */
  public static final Thinking ADAPTIVE = new Thinking("adaptive");

  public Thinking {
    Check.notBlank("thinking.type", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
