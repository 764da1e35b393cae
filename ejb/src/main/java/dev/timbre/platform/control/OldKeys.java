package dev.timbre.platform.control;

import java.time.Instant;

/** Idempotency keys made before an instant are about to be forgotten. */
public record OldKeys(Instant before) {}
