package dev.timbre.consent.entity;

/**
 * What a talent's page sends when they agree.
 *
 * @param nonce the one on their screen
 * @param statementDigest SHA-256 of the words on their screen
 * @param deviceDigest SHA-256 of what their browser says it is; may be null
 */
public record CaptureAgreement(String nonce, String statementDigest, String deviceDigest) {}
