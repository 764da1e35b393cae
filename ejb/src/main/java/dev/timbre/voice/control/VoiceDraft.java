package dev.timbre.voice.control;

import dev.timbre.voice.entity.Revision;

/**
 * What a curator wants a voice to be.
 *
 * @param language a BCP 47 tag
 * @param description may be null
 */
public record VoiceDraft(
    String alias, String language, String name, String description, Revision.Choice choice) {}
