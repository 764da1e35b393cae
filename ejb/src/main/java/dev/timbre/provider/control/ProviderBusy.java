package dev.timbre.provider.control;

import dev.timbre.provider.entity.ProviderFault;

/** Surely nothing was done, or doing it twice does no harm: the same call may be repeated later. */
public final class ProviderBusy extends ProviderCallFailed {

  private static final long serialVersionUID = 1L;

  public ProviderBusy(ProviderFault fault, Throwable cause) {
    super(fault, cause);
  }
}
