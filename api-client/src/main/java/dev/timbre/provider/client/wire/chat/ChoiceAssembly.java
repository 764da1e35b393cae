package dev.timbre.provider.client.wire.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts one choice together from its deltas. */
final class ChoiceAssembly {

  private final StringBuilder content = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final List<ReasoningDetail> details = new ArrayList<>();
  private final ToolCallAssembly toolCalls = new ToolCallAssembly();
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<ChatChoice> whole = Optional.empty();

  void add(ChatDelta delta) {
    delta.content().ifPresent(content::append);
    delta.reasoning().ifPresent(reasoning::append);
    delta.reasoningDetails().forEach(this::addDetail);
    delta.toolCalls().forEach(toolCalls::add);
    finishReason = delta.finishReason().or(() -> finishReason);
  }

  /** Pieces of one detail have the same index, and the first has its id. */
  private void addDetail(ReasoningDetail piece) {
    for (int i = 0; i < details.size(); i++) {
      ReasoningDetail known = details.get(i);
      boolean same = piece.id().isEmpty() || piece.id().equals(known.id());
      if (same && Objects.equals(known.index(), piece.index())) {
        details.set(i, known.followedBy(piece));
        return;
      }
    }
    details.add(piece);
  }

  /** The whole choice that the provider sends at the end: the sum again, not a part of it. */
  void conclude(ChatChoice choice) {
    whole = Optional.of(choice);
    finishReason = choice.finishReason().or(() -> finishReason);
  }

  boolean isFinished() {
    return finishReason.isPresent();
  }

  /** What the provider repeated whole goes before what was summed. */
  ChatChoice choice(int index) {
    AssistantMessage last =
        whole
            .map(ChatChoice::message)
            .orElseGet(
                () ->
                    new AssistantMessage(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    AssistantMessage message =
        new AssistantMessage(
            last.name(),
            last.content().or(() -> textOf(content)),
            last.reasoningContent().or(() -> textOf(reasoning)),
            last.reasoningDetails().isEmpty() ? details : last.reasoningDetails(),
            last.toolCalls().isEmpty() ? toolCalls.toolCalls() : last.toolCalls());
    return new ChatChoice(index, message, finishReason);
  }

  private static Optional<String> textOf(StringBuilder sum) {
    return Optional.of(sum.toString()).filter(text -> !text.isEmpty());
  }
}
