package dev.timbre.provider.control;

import dev.timbre.provider.entity.ProviderFault;

/** A provider did not do what was asked; the three kinds say what may be done about it. */
public abstract sealed class ProviderCallFailed extends RuntimeException
    permits ProviderRefused, ProviderBusy, ProviderOutcomeLost {

  private static final long serialVersionUID = 1L;

  private final transient ProviderFault fault;

  protected ProviderCallFailed(ProviderFault fault, Throwable cause) {
    super(fault.toString(), cause);
    this.fault = fault;
  }

  /** Code, message and trace id as the provider gave them. */
  public ProviderFault fault() {
    return fault;
  }
}
