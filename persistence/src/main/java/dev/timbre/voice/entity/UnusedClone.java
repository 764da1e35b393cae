package dev.timbre.voice.entity;

import java.time.Instant;
import java.util.UUID;

/** What a guard needs of a provisional clone to tell whether anything is due. */
public record UnusedClone(UUID cloneId, UUID brandId, Instant deadline) {}
