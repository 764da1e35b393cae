package dev.timbre.provider.control;

import dev.timbre.provider.entity.ProviderFault;

/**
 * Nobody can tell whether the provider did it and charged it. The call must not be repeated
 * blindly.
 */
public final class ProviderOutcomeLost extends ProviderCallFailed {

  private static final long serialVersionUID = 1L;

  public ProviderOutcomeLost(ProviderFault fault, Throwable cause) {
    super(fault, cause);
  }
}
