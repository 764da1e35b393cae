package dev.timbre.provider.control;

import dev.timbre.provider.entity.ProviderFault;

/** Surely nothing was done, and the same call would be refused again. */
public final class ProviderRefused extends ProviderCallFailed {

  private static final long serialVersionUID = 1L;

  /** The voice id exists already (MiniMax API reference, error codes). */
  private static final String DUPLICATE_VOICE = "2039";

  /** The voice id does not exist, or not any more (observed on the wire; not in the reference). */
  private static final String NO_SUCH_VOICE = "2054";

  /** Something in the request is wrong (MiniMax API reference, error codes). */
  private static final String INVALID_PARAMETERS = "2013";

  public ProviderRefused(ProviderFault fault, Throwable cause) {
    super(fault, cause);
  }

  public boolean isDuplicateVoice() {
    return DUPLICATE_VOICE.equals(fault().code());
  }

  /** Also how some providers say that they do not know a voice. */
  public boolean isInvalidParameters() {
    return INVALID_PARAMETERS.equals(fault().code());
  }

  /** Nothing was sent and nothing ever will be: the account's dialect does not offer it. */
  public boolean isUnsupported() {
    return fault().isUnsupported();
  }

  public boolean isNoSuchVoice() {
    return NO_SUCH_VOICE.equals(fault().code());
  }
}
