package dev.timbre.audio.control;

import java.util.UUID;

/**
 * A recording of a talent is about to be kept. Observed inside the transaction that does it: who
 * knows that the talent is forgotten refuses.
 */
public record RecordingToKeep(UUID talentId) {}
