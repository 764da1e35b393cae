package dev.timbre.provider.control;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.entity.ProviderFault;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Turns what the client throws into one of our three kinds. */
final class ProviderFaults {

  private ProviderFaults() {}

  static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProviderException e) {
      throw translate(e);
    } catch (InvalidRequest e) {
      throw new ProviderRefused(
          new ProviderFault("invalid-request", e.getMessage(), null, "Correct the value."), e);
    }
  }

  private static ProviderCallFailed translate(ProviderException e) {
    ProviderFault fault =
        new ProviderFault(code(e), e.getMessage(), e.traceId().orElse(null), e.remedy());
    if (e.retry().allowed()) {
      return new ProviderBusy(fault, e);
    }
    return e.mayHaveBeenCarriedOut()
        ? new ProviderOutcomeLost(fault, e)
        : new ProviderRefused(fault, e);
  }

  private static String code(ProviderException e) {
    return e.code()
        .map(Object::toString)
        .orElseGet(
            () ->
                e instanceof DownloadFailed download
                    ? "download-" + kebab(download.reason())
                    : kebab(e.getClass().getSimpleName()));
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Our own brakes were on: nothing was sent. */
  static ProviderBusy held(FaultToleranceException e) {
    return new ProviderBusy(
        new ProviderFault(
            "provider-held",
            "Timbre holds calls to this provider back: too many at once, or too many just failed.",
            null,
            "Try again in a few seconds."),
        e);
  }
}
