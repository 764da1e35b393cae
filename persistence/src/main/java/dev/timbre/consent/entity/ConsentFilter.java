package dev.timbre.consent.entity;

import java.util.Set;
import java.util.UUID;

/**
 * Which consents are wanted; every part may be null.
 *
 * @param brandIds the brands the caller may see; null for all
 * @param talentId null for everybody's
 * @param standing null for all
 */
public record ConsentFilter(Set<UUID> brandIds, UUID talentId, ConsentStanding standing) {}
