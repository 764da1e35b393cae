package dev.timbre.consent.control;

import java.util.UUID;

/**
 * A talent's data are being erased. Observed inside the transaction that does it: who keeps bytes
 * with the talent's voice lets go of them through {@link ReleasedContent}.
 */
public record TalentErased(UUID erasureId, UUID talentId) {}
