package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** An event stream that a refusal, or a fault of the sandbox, ends with one last event. */
final class GuardedEvents implements Iterator<Event> {
  private static final Logger LOG = System.getLogger(GuardedEvents.class.getName());

  private final Iterator<Event> events;
  private final Function<Refusal, Event> refusalEvent;
  private Event next;
  private boolean ended;

  GuardedEvents(Iterator<Event> events, Function<Refusal, Event> refusalEvent) {
    this.events = events;
    this.refusalEvent = refusalEvent;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      pull();
    }
    return next != null;
  }

  private void pull() {
    try {
      if (events.hasNext()) {
        next = events.next();
      } else {
        ended = true;
      }
    } catch (Refusal refusal) {
      end(refusal);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the sandbox failed in a stream", e);
      end(Code.UNKNOWN_ERROR.refusal());
    }
  }

  private void end(Refusal refusal) {
    ended = true;
    next = refusalEvent.apply(refusal);
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Event now = next;
    next = null;
    return now;
  }
}
