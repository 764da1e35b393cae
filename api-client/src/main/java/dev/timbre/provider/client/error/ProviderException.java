package dev.timbre.provider.client.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A call to a provider did not succeed. Holds no secret and no address beyond the host, so its
 * message may be logged and shown to operators.
 */
public abstract sealed class ProviderException extends RuntimeException
    permits ProviderRefused,
        OperationUnsupported,
        ProviderUnreachable,
        ProviderOutcomeUnknown,
        ProviderAnswerUnreadable,
        StreamFailed,
        DownloadFailed {

  private static final long serialVersionUID = 1L;

  private final Operation operation;
  private final String traceId;

  protected ProviderException(
      Operation operation, String message, String traceId, Throwable cause) {
    super(message, cause);
    this.operation = Objects.requireNonNull(operation, "operation");
    this.traceId = traceId;
  }

  /** What was asked. */
  public Operation operation() {
    return operation;
  }

  /** The envelope's code; empty when there was no envelope. */
  public Optional<ErrorCode> code() {
    return Optional.empty();
  }

  /** The provider's id of this request, for its support. */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  /**
   * Whether the provider may have done, and charged, what was asked. False is a proof; true is a
   * doubt. Always false for operations that change nothing.
   */
  public abstract boolean mayHaveBeenCarriedOut();

  /** Whether the same call may be repeated. */
  public abstract Retry retry();

  /** How long to wait before the call is repeated; zero when it may not be. */
  public Duration pause() {
    if (!retry().allowed()) {
      return Duration.ZERO;
    }
    return code().map(KnownError::pause).orElseGet(() -> retry().pause());
  }

  /** What to do about it, as a sentence for people. */
  public abstract String remedy();

  /**
   * The same failure with every occurrence of {@code secret} masked, also in what led to it and in
   * the trace id: a provider may echo what it was sent anywhere.
   */
  public final ProviderException without(String secret) {
    ProviderException masked = masked(secret);
    masked.setStackTrace(getStackTrace());
    return masked;
  }

  abstract ProviderException masked(String secret);

  /** The trace id without {@code secret}; may be null. */
  final String traceIdWithout(String secret) {
    return traceId == null ? null : Masked.text(traceId, secret);
  }
}
