package dev.timbre.platform.control;

import dev.timbre.platform.error.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Keeps trying to commit what a provider has already done, since it cannot be asked again. When
 * even this fails, the intent that was committed before the call tells the story.
 */
@ApplicationScoped
public class OutcomeKeeping {

  /** Longest time spent, so that callers know after which a missing outcome will never come. */
  public static final int MOST_SECONDS = 60;

  /**
   * Runs something that commits a transaction of its own; at most {@value #MOST_SECONDS} s.
   *
   * @param commit safe to repeat after it failed
   */
  @Retry(
      maxRetries = -1,
      delay = 500,
      jitter = 200,
      maxDuration = MOST_SECONDS,
      durationUnit = ChronoUnit.SECONDS,
      abortOn = BusinessException.class)
  public <T> T commit(Supplier<T> commit) {
    return commit.get();
  }
}
