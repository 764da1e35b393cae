package dev.timbre.provider.client.error;

import java.util.Objects;
import java.util.Optional;

/** The provider answered in its envelope, and the answer was not success. */
public final class ProviderRefused extends ProviderException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String providerMessage;

  /**
   * @param providerMessage the envelope's {@code status_msg}, already cleaned; never branch on it
   * @param traceId may be null
   */
  public ProviderRefused(
      Operation operation, ErrorCode code, String providerMessage, String traceId) {
    super(operation, describe(operation, code, providerMessage), traceId, null);
    this.code = Objects.requireNonNull(code, "code");
    this.providerMessage = providerMessage;
  }

  private static String describe(Operation operation, ErrorCode code, String providerMessage) {
    String meaning = KnownError.find(code).map(KnownError::meaning).orElse("a code unknown to us");
    return operation + " refused with " + code + ": " + meaning + " (\"" + providerMessage + "\")";
  }

  @Override
  public Optional<ErrorCode> code() {
    return Optional.of(code);
  }

  /** Whether the refusal is {@code known}. */
  public boolean is(KnownError known) {
    return known.code().equals(code);
  }

  /** The provider's own words, cleaned and cut. */
  public String providerMessage() {
    return providerMessage;
  }

  /** Who can mend it; an unknown code is the provider's to explain. */
  public Mender mender() {
    return KnownError.find(code).map(KnownError::mender).orElse(Mender.PROVIDER);
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return operation().changes()
        && !KnownError.find(code).map(KnownError::surelyNotCarriedOut).orElse(false);
  }

  @Override
  public Retry retry() {
    return KnownError.retry(code, operation());
  }

  @Override
  public String remedy() {
    return KnownError.find(code)
        .map(KnownError::remedy)
        .orElse("Look the code up in the provider's documentation.");
  }

  @Override
  ProviderException masked(String secret) {
    String masked = Masked.text(providerMessage, secret);
    return new ProviderRefused(operation(), code, masked, traceIdWithout(secret));
  }
}
