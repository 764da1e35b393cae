package dev.timbre.consent.control;

import java.util.UUID;

/**
 * A talent's data are about to be erased. Observed inside the transaction that does it: who still
 * uses the talent's voice ends that, or refuses.
 *
 * @param endFirst whether to end what is in use; otherwise its use is a reason to refuse
 */
public record ErasureAsked(UUID talentId, boolean endFirst) {}
