package dev.timbre.consent.control;

import java.util.UUID;

/**
 * A consent is about to end and is not locked yet. Observed inside the transaction by those who
 * lock what speaks before the consent it rests on, so that both lock in one order and never wait
 * for each other in a circle.
 */
public record ConsentToEnd(UUID consentId) {}
