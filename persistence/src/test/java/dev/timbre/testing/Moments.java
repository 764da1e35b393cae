package dev.timbre.testing;

import java.time.Instant;

/** Instants that tests tell their stories by. */
public final class Moments {

  public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  public static final Instant LATER = NOW.plusSeconds(3600);

  private Moments() {}
}
