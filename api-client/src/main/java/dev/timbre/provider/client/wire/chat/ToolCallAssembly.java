package dev.timbre.provider.client.wire.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the tool calls of one choice together from their pieces. */
final class ToolCallAssembly {

  private static final class Call {
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();
  }

  /** In the order of their indices, whatever the order of the pieces. */
  private final Map<Integer, Call> calls = new TreeMap<>();

  private int last;

  void add(ToolCallPiece piece) {
    last = piece.index().orElseGet(() -> indexOf(piece.id()));
    Call call = calls.computeIfAbsent(last, index -> new Call());
    if (call.id.isEmpty()) {
      call.id = piece.id().orElse("");
    }
    if (call.name.isEmpty()) {
      call.name = piece.name().orElse("");
    }
    call.arguments.append(piece.arguments());
  }

  /** Without an index, an id that is new begins a call, and anything else goes on with the last. */
  private int indexOf(Optional<String> id) {
    if (id.isEmpty()) {
      return last;
    }
    return calls.entrySet().stream()
        .filter(call -> call.getValue().id.equals(id.get()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(calls.size());
  }

  /** A call without a name asks for nothing. */
  List<ToolCall> toolCalls() {
    List<ToolCall> whole = new ArrayList<>();
    for (Call call : calls.values()) {
      if (!call.name.isEmpty()) {
        whole.add(new ToolCall(call.id, call.name, call.arguments.toString()));
      }
    }
    return whole;
  }
}
