package dev.timbre.finding.entity;

import java.util.Set;
import java.util.UUID;

/**
 * Which findings are wanted; every part may be null.
 *
 * @param brandIds the brands that the reader may see; null for all
 * @param companyToo whether the reader sees what belongs to no brand
 */
public record FindingFilter(
    Set<UUID> brandIds,
    boolean companyToo,
    UUID brandId,
    FindingKind kind,
    FindingState state,
    UUID subjectId) {}
