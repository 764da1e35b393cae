package dev.timbre.voice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The samples of a clone as the provider knows them.
 *
 * @param source the provider's id of the recording
 * @param prompt the provider's id of the prompt; null without one
 */
@Embeddable
public record UploadedFiles(
    @Column(name = "source_file_id") String source,
    @Column(name = "prompt_file_id") String prompt) {}
