package dev.timbre.provider.entity;

import static dev.timbre.testing.Moments.NOW;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/** Provider accounts and what providers say. */
public final class ProviderFixtures {

  private ProviderFixtures() {}

  /** 3.50 and 2.00 CNY per ten thousand characters, 9.90 CNY per voice. */
  public static Prices prices() {
    return new Prices("CNY", new BigDecimal("3.5"), new BigDecimal("2"), new BigDecimal("9.9"));
  }

  public static ProviderAccount account() {
    return new ProviderAccount(
        NOW,
        "Account " + UUID.randomUUID(),
        Dialect.MINIMAX,
        new ProviderAccount.Connection(
            "https://api.example.com", "main", "1234567890", Set.of("*.example.com")),
        prices());
  }

  public static ProviderFault fault(String code) {
    return new ProviderFault(code, "message of " + code, "trace-1", "Ask an administrator.");
  }
}
