package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts an answer together from the events of a stream. In the provider's own form the last event is
 * the whole answer once more: it is no further piece, so it yields no deltas. Not for several
 * threads.
 */
public final class ChatAssembly {

  private final Map<Integer, ChoiceAssembly> choices = new TreeMap<>();
  private WireObject frame = WireObject.EMPTY;
  private boolean concluded;
  private Optional<ChatUsage> usage = Optional.empty();
  private ContentRisk inputRisk = ContentRisk.ofInput(WireObject.EMPTY);
  private ContentRisk outputRisk = ContentRisk.ofOutput(WireObject.EMPTY);

  /**
   * Takes one event.
   *
   * @param event judged already
   * @return what it adds, without deltas that add nothing
   */
  public List<ChatDelta> add(WireObject event) {
    if (frame == WireObject.EMPTY || event.has("id")) {
      frame = event;
    }
    usage = ChatUsage.read(event).or(() -> usage);
    inputRisk = graver(inputRisk, ContentRisk.ofInput(event));
    outputRisk = graver(outputRisk, ContentRisk.ofOutput(event));
    List<ChatDelta> added = new ArrayList<>();
    for (WireObject choice : event.objects("choices")) {
      if (choice.object("message").isPresent()) {
        ChatChoice whole = ChatChoice.read(choice);
        assembly(whole.index()).conclude(whole);
        concluded = true;
      } else {
        ChatDelta delta = ChatDelta.read(choice);
        assembly(delta.choice()).add(delta);
        added.add(delta);
      }
    }
    added.removeIf(ChatDelta::isEmpty);
    return added;
  }

  private ChoiceAssembly assembly(int choice) {
    return choices.computeIfAbsent(choice, index -> new ChoiceAssembly());
  }

  /** A hit stays one, whatever later events say. */
  private static ContentRisk graver(ContentRisk known, ContentRisk next) {
    return known.hit() || !next.judged() ? known : next;
  }

  /** Whether the whole answer has come once more, after which nothing else comes. */
  public boolean isConcluded() {
    return concluded;
  }

  /** Whether anything of an answer has come. */
  public boolean hasChoices() {
    return !choices.isEmpty();
  }

  /** Whether risk control holds something back, so that no choice need come. */
  public boolean isHeldBack() {
    return inputRisk.hit() || outputRisk.hit();
  }

  /** Whether every choice has said why it ended, so that nothing of the answer is missing. */
  public boolean isFinished() {
    return !choices.isEmpty() && choices.values().stream().allMatch(ChoiceAssembly::isFinished);
  }

  /** The answer as far as it has come. */
  public ChatAnswer answer(Optional<String> traceId) {
    List<ChatChoice> assembled = new ArrayList<>();
    choices.forEach((index, choice) -> assembled.add(choice.choice(index)));
    ChatAnswer around = ChatAnswer.of(frame, assembled, traceId);
    return new ChatAnswer(
        around.id(),
        around.created(),
        around.model(),
        assembled,
        usage,
        inputRisk,
        outputRisk,
        traceId);
  }
}
