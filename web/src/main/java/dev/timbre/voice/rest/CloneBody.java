package dev.timbre.voice.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.provider.rest.FaultBody;
import dev.timbre.voice.entity.Clone;
import java.time.Instant;
import java.util.UUID;

/**
 * A clone as callers see it; never the provider's URLs.
 *
 * @param deadline until when a first speech is sure to find it, while it is provisional
 * @param adopted whether an earlier request had worked though its answer was lost
 * @param riskType the provider's content-risk class of the recording; absent or 0 for none
 * @param preview none, pending, stored, expired or blocked
 * @param operation the work that makes it
 */
public record CloneBody(
    UUID id,
    UUID voice,
    int revision,
    UUID account,
    String providerVoiceId,
    String state,
    Instant deadline,
    boolean adopted,
    Integer riskType,
    String preview,
    String previewNote,
    FaultBody fault,
    UUID operation,
    Instant createdAt,
    Instant permanentAt,
    Instant endedAt) {

  static CloneBody of(Clone clone, UUID operation) {
    return new CloneBody(
        clone.getId(),
        clone.getRevision().getVoiceId(),
        clone.getRevision().getNumber(),
        clone.getAccountId(),
        clone.getProviderVoiceId(),
        Given.name(clone.getState()),
        clone.getDeadline(),
        clone.isAdopted(),
        clone.getRiskType(),
        Given.name(clone.getPreview().state()),
        clone.getPreview().note(),
        FaultBody.of(clone.getFault()),
        operation,
        clone.getCreatedAt(),
        clone.getPermanentAt(),
        clone.getEndedAt());
  }
}
