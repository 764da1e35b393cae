package dev.timbre.consent.control;

import java.util.UUID;

/**
 * A talent no longer agrees. Observed inside the transaction of the withdrawal, because what rests
 * on the consent must stop with it.
 */
public record ConsentWithdrawn(UUID consentId) {}
