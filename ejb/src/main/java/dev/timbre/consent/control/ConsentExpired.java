package dev.timbre.consent.control;

import java.util.UUID;

/**
 * A consent's validity is over. Observed inside the transaction that notes it, because what rests
 * on the consent must stop with it; a further version may let it go on.
 */
public record ConsentExpired(UUID consentId) {}
