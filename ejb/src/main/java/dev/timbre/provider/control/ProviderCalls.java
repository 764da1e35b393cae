package dev.timbre.provider.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Fault tolerance around calls. Only what surely was not carried out, or changes nothing, is
 * repeated; after lost outcomes {@link AccountBreaker} leaves the account in trouble alone for a
 * while. Never called inside a transaction.
 */
@ApplicationScoped
public class ProviderCalls {

  /** Syntheses, at most so many at once on this node. */
  @Retry(maxRetries = 2, delay = 250, jitter = 150, retryOn = ProviderBusy.class)
  @Bulkhead(200)
  public <T> T speaking(Supplier<T> call) {
    return ProviderFaults.translated(call);
  }

  /** Everything that is asked in the background. */
  @Retry(maxRetries = 2, delay = 500, jitter = 250, retryOn = ProviderBusy.class)
  @Bulkhead(20)
  public <T> T registering(Supplier<T> call) {
    return ProviderFaults.translated(call);
  }
}
