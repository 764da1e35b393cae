package dev.timbre.consent.control;

import java.util.UUID;

/**
 * Everything of a talent is about to end, and only they and what they were asked is locked yet.
 * Observed inside the transaction by those who lock what comes later, all of it in the one order:
 * ending one consent after the other would go back in it with each.
 */
public record TalentToErase(UUID talentId) {}
