package dev.timbre.voice.entity;

import java.util.Set;
import java.util.UUID;

/**
 * Which voices are wanted; every part but {@code brandIds} may be null.
 *
 * @param brandIds the brands the caller may see; null for all
 * @param text part of alias or name, in any case
 */
public record VoiceFilter(Set<UUID> brandIds, UUID brandId, VoiceState state, String text) {}
