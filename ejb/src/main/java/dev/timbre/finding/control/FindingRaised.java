package dev.timbre.finding.control;

import dev.timbre.finding.entity.FindingKind;
import java.util.UUID;

/**
 * A matter is new, or open again. Fired inside the transaction that found it.
 *
 * @param brandId null when it is the company's matter
 */
public record FindingRaised(UUID findingId, FindingKind kind, UUID brandId, UUID subjectId) {}
