package dev.timbre.finding.entity;

import java.util.Set;
import java.util.UUID;

/**
 * Which findings are wanted; every part may be null.
 *
 * @param brandIds the brands that the reader may see; null for all, and for what belongs to none
 */
public record FindingFilter(
    Set<UUID> brandIds, UUID brandId, FindingKind kind, FindingState state, UUID subjectId) {}
