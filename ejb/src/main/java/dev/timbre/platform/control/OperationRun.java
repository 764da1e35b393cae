package dev.timbre.platform.control;

import dev.timbre.platform.entity.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** One run of one piece of work: finds its handler and writes down how it ended. */
@ApplicationScoped
public class OperationRun {

  private static final System.Logger LOG = System.getLogger(OperationRun.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 8;

  @Inject @Any Instance<OperationHandler> handlers;
  @Inject OperationQueue queue;
  @Inject RequestContext request;
  @Inject Clock clock;

  /** Never throws: what goes wrong is logged and tried again after a growing pause. */
  @ActivateRequestContext
  public void perform(Operation operation) {
    request.correlate(operation.getId().toString());
    try {
      queue.finish(operation, handle(operation));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, operation.getKind() + " " + operation.getId(), e);
      postpone(operation);
    }
  }

  private OperationHandler.Progress handle(Operation operation) {
    OperationHandler handler =
        handlers.stream()
            .filter(candidate -> candidate.kind().equals(operation.getKind()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No handler for " + operation.getKind()));
    return handler.run(operation.getSubjectId(), operation.getAttempts());
  }

  private void postpone(Operation operation) {
    try {
      queue.finish(
          operation,
          OperationHandler.Progress.again(
              clock.instant().plus(pause(operation.getAttempts())),
              "Something went wrong inside Timbre; the log has it under this operation's id."));
    } catch (RuntimeException e) {
      // the lease runs out by itself
      LOG.log(System.Logger.Level.WARNING, "Operation left to its lease: {0}", e.toString());
    }
  }

  /** 2 s, doubled with each attempt up to about 8 minutes. */
  public static Duration pause(int attempt) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS));
  }
}
