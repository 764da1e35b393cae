package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.StreamFailed;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.stream.ServerEvent;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatAssembly;
import dev.timbre.provider.client.wire.chat.ChatDelta;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * An answer that arrives piece by piece. One thread reads; any thread may {@link #close}, which
 * frees the connection and ends the reader's wait. What was produced until then is charged.
 *
 * <pre>{@code
 * try (ChatStream stream = client.chat().stream(request)) {
 *   for (Optional<ChatDelta> next; (next = stream.next()).isPresent(); ) {
 *     next.get().content().ifPresent(this::show);
 *   }
 *   ChatAnswer answer = stream.answer();
 * }
 * }</pre>
 */
public final class ChatStream implements AutoCloseable {

  /** The last event in the form of OpenAI. */
  private static final String DONE = "[DONE]";

  private final Calls calls;
  private final Operation operation;
  private final EventStream events;
  private final ChatAssembly assembly = new ChatAssembly();
  private final Queue<ChatDelta> waiting = new ArrayDeque<>();
  private boolean ended;

  ChatStream(Calls calls, Operation operation, EventStream events) {
    this.calls = calls;
    this.operation = operation;
    this.events = events;
  }

  /**
   * Waits for the next piece.
   *
   * @return empty when the answer is whole
   * @throws ProviderRefused when the provider says no before the first piece
   * @throws StreamFailed when it says no later, the line is cut, no event comes in time, or one
   *     cannot be understood
   */
  public Optional<ChatDelta> next() {
    return calls.perform(operation, this::take);
  }

  /**
   * The whole answer; reads what is left.
   *
   * @throws ProviderException as {@link #next}
   */
  public ChatAnswer answer() {
    while (next().isPresent()) {
      // the pieces are collected on their way
    }
    return assembly.answer(Optional.ofNullable(events.head().headerTraceId()));
  }

  private Optional<ChatDelta> take() {
    while (waiting.isEmpty() && !ended) {
      Optional<ServerEvent> event = events.next();
      if (event.isEmpty() || event.get().text().strip().equals(DONE)) {
        end(event.isPresent());
      } else {
        read(event.get());
      }
    }
    if (ended) {
      events.finished();
    }
    Optional<ChatDelta> next = Optional.ofNullable(waiting.poll());
    next.ifPresentOrElse(delta -> events.delivered(delta.size()), events::settle);
    return next;
  }

  private void read(ServerEvent event) {
    WireObject root = events.judged(event, "choices", "usage");
    waiting.addAll(assembly.add(root));
    ended = assembly.isConcluded();
  }

  /** A stream may end without a mark, but not before every choice has said why it ended. */
  private void end(boolean marked) {
    boolean whole = assembly.isFinished() || (marked && assembly.hasChoices());
    if (!whole && !assembly.isHeldBack()) {
      throw events.isStreamed()
          ? events.cut("it ended before the answer did")
          : events.head().unreadable("success without choices");
    }
    ended = true;
  }

  /** Stops the answer, if it is still under way, and frees the connection. */
  @Override
  public void close() {
    events.close();
  }
}
