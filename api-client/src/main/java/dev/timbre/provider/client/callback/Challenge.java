package dev.timbre.provider.client.callback;

import dev.timbre.provider.client.callback.CallbackRejected.Reason;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;

/**
 * The provider asks, before it accepts an order, whether its address answers. It waits 3 s, so
 * answer at once and look nothing up (MiniMax API reference, "Video": callbacks).
 *
 * @param value what must come back; at most 1,024 characters, none of them invisible
 */
public record Challenge(String value) implements Callback {

  private static final int LONGEST = 1024;

  /**
   * @throws CallbackRejected when the value is not one that a provider sends
   */
  public Challenge {
    int length = value.length();
    if (length == 0 || length > LONGEST) {
      throw new CallbackRejected(
          Reason.BAD_CHALLENGE, "it has " + length + " characters; allowed: 1 to " + LONGEST);
    }
    if (!value.codePoints().allMatch(Challenge::isVisible)) {
      throw new CallbackRejected(Reason.BAD_CHALLENGE, "it holds invisible characters");
    }
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** The body to answer with, as {@code application/json} and never as anything else. */
  public byte[] answer() {
    return JsonText.bytes(new Fields().text("challenge", value).toJson());
  }
}
