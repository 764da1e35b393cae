package dev.timbre.provider.client.error;

import java.util.Objects;
import java.util.Optional;

/** The provider refused to go on in the middle of a stream. */
public final class StreamRefused extends StreamFailed {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String providerMessage;

  /**
   * @param providerMessage the provider's words, already cleaned; never branch on them
   * @param delivered bytes of content handed over before
   * @param traceId may be null
   */
  public StreamRefused(
      Operation operation, ErrorCode code, String providerMessage, long delivered, String traceId) {
    super(operation, describe(code, providerMessage), delivered, traceId, null);
    this.code = Objects.requireNonNull(code, "code");
    this.providerMessage = providerMessage;
  }

  private static String describe(ErrorCode code, String providerMessage) {
    String meaning = KnownError.find(code).map(KnownError::meaning).orElse("a code unknown to us");
    return "was refused with " + code + ": " + meaning + " (\"" + providerMessage + "\")";
  }

  @Override
  public Optional<ErrorCode> code() {
    return Optional.of(code);
  }

  /** The provider's own words, cleaned and cut. */
  public String providerMessage() {
    return providerMessage;
  }

  @Override
  public String remedy() {
    String remedy =
        KnownError.find(code)
            .map(KnownError::remedy)
            .orElse("Look the code up in the provider's documentation.");
    return remedy + " What had been produced before is probably charged.";
  }

  @Override
  ProviderException masked(String secret) {
    String masked = Masked.text(providerMessage, secret);
    return new StreamRefused(operation(), code, masked, delivered(), traceIdWithout(secret));
  }
}
