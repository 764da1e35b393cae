package dev.timbre.provider.client.transport;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderUnreachable;
import dev.timbre.provider.client.wire.CleanText;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Sorts what HTTP libraries throw into "surely not sent" and "nobody knows". In doubt it is the
 * latter.
 */
public final class Failures {

  private Failures() {}

  /** What {@code thrown} means for {@code operation}; a fault of our own code comes back as is. */
  public static RuntimeException of(Operation operation, Throwable thrown) {
    Optional<RuntimeException> judged =
        causes(thrown)
            .filter(c -> c instanceof ProviderException || c instanceof InvalidRequest)
            .map(RuntimeException.class::cast)
            .findFirst();
    if (judged.isPresent()) {
      return judged.get();
    }
    Optional<Throwable> unsent = causes(thrown).filter(Failures::isBeforeSending).findFirst();
    if (unsent.isPresent()) {
      return new ProviderUnreachable(operation, describe(unsent.get()), thrown);
    }
    Optional<Throwable> cut = causes(thrown).filter(IOException.class::isInstance).findFirst();
    if (cut.isPresent() || thrown instanceof ProcessingException) {
      return new ProviderOutcomeUnknown(operation, describe(cut.orElse(thrown)), thrown);
    }
    return thrown instanceof RuntimeException ours ? ours : new IllegalStateException(thrown);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLHandshakeException
        || cause instanceof SSLPeerUnverifiedException
        || isPlaintextAnswerToTls(cause)
        || isConnectTimeout(cause.getClass());
  }

  /** Only the first record of a connection can fail so; later faults of TLS prove nothing. */
  private static boolean isPlaintextAnswerToTls(Throwable cause) {
    return cause instanceof SSLException
        && String.valueOf(cause.getMessage()).contains("nrecognized SSL message");
  }

  /** By name, because each HTTP library has its own class for it. */
  private static boolean isConnectTimeout(Class<?> type) {
    return Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
        .anyMatch(c -> c.getSimpleName().endsWith("ConnectTimeoutException"));
  }

  /** Some libraries leave the words to the cause. */
  private static String describe(Throwable fault) {
    String message =
        causes(fault)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("no more is known");
    boolean late = fault instanceof InterruptedIOException || fault instanceof HttpTimeoutException;
    String kind = fault.getClass().getSimpleName();
    return (late ? "time-out, " : "") + kind + ", " + CleanText.of(message);
  }
}
