package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of a tool call in a stream. Pieces of one call have the same index; the first has the id
 * and the name.
 *
 * @param arguments the next piece of the arguments' text; may be empty
 */
public record ToolCallPiece(
    OptionalInt index, Optional<String> id, Optional<String> name, String arguments) {

  static ToolCallPiece read(WireObject piece) {
    WireObject function = piece.object("function").orElse(WireObject.EMPTY);
    return new ToolCallPiece(
        piece.smallInteger("index"),
        piece.text("id"),
        function.text("name"),
        ToolCall.argumentsOf(function));
  }

  @Override
  public String toString() {
    return "ToolCallPiece[" + id.orElse("") + ", " + arguments.length() + " characters]";
  }
}
