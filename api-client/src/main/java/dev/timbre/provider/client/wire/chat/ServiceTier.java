package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;

/** How urgently the provider works, at its price. Open. */
public record ServiceTier(String value) {

  public static final ServiceTier STANDARD = new ServiceTier("standard");
  public static final ServiceTier PRIORITY = new ServiceTier("priority");

  public ServiceTier {
    Check.notBlank("service_tier", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
