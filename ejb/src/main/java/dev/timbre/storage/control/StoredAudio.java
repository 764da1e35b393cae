package dev.timbre.storage.control;

import java.nio.file.Path;

/**
 * Audio that may be handed out.
 *
 * @param file for reading only
 * @param sha256 serves as entity tag, since the bytes under it never change
 */
public record StoredAudio(Path file, String mediaType, String sha256) {}
