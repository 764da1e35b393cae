package dev.timbre.provider.rest;

import dev.timbre.provider.entity.ProviderFault;

/** What a provider said when it did not do what it was asked. */
public record FaultBody(String code, String message, String traceId, String remedy) {

  /** Null when there was no fault. */
  public static FaultBody of(ProviderFault fault) {
    return fault == null || fault.code() == null
        ? null
        : new FaultBody(fault.code(), fault.message(), fault.traceId(), fault.remedy());
  }
}
