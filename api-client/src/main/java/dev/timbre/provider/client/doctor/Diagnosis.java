package dev.timbre.provider.client.doctor;

import dev.timbre.provider.client.error.ErrorCode;
import java.util.Optional;

/**
 * What one place makes of a key.
 *
 * @param code the provider's code that led to the verdict, if one did
 * @param traceId the provider's id of that answer
 * @param explanation why, and what to do about it, in sentences for people; never shows the key
 */
public record Diagnosis(
    Place place,
    Verdict verdict,
    Optional<ErrorCode> code,
    Optional<String> traceId,
    String explanation) {}
