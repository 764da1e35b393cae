package dev.timbre.consent.entity;

import java.util.UUID;

/**
 * What a talent is asked.
 *
 * @param consentId the consent to extend; null for a new one
 * @param statement of the brand that asks, in the talent's language
 */
public record CaptureQuestion(
    Talent talent, UUID consentId, ConsentStatement statement, ConsentScope scope) {}
