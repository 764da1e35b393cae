package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;

/** Why an answer ended. Open. */
public record FinishReason(String value) {

  /** The model was done. */
  public static final FinishReason STOP = new FinishReason("stop");

  /** The limit of tokens was reached: the text is cut off. */
  public static final FinishReason LENGTH = new FinishReason("length");

  /** The model waits for the results of tools. */
  public static final FinishReason TOOL_CALLS = new FinishReason("tool_calls");

  /** Held back by the provider; only in the form of OpenAI. */
  public static final FinishReason CONTENT_FILTER = new FinishReason("content_filter");

  public FinishReason {
    Check.notBlank("finish_reason", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
