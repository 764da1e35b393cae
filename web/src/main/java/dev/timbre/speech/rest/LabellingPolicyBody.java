package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.speech.entity.LabellingPolicy;
import java.time.Instant;
import java.util.UUID;

/**
 * What must say of synthetic speech that it is synthetic, in a territory and from a day on.
 *
 * @param brand absent for all brands without one of their own
 * @param territory ISO 3166-1 alpha-2 code, or WORLD for speech that goes anywhere
 * @param audible a mark that can be heard
 * @param metadata a label inside the file
 * @param unlabelled refuse or report: what becomes of audio that cannot be labelled
 */
public record LabellingPolicyBody(
    UUID id,
    UUID brand,
    String territory,
    boolean audible,
    boolean metadata,
    String unlabelled,
    Instant validFrom,
    Instant validUntil,
    String note,
    String decidedBy,
    Instant createdAt) {

  static LabellingPolicyBody of(LabellingPolicy policy) {
    return new LabellingPolicyBody(
        policy.getId(),
        policy.getBrandId(),
        policy.getTerritory(),
        policy.isAudible(),
        policy.isMetadata(),
        Given.name(policy.getUnlabelled()),
        policy.getValidFrom(),
        policy.getValidUntil(),
        policy.getNote(),
        policy.getDecidedBy().toString(),
        policy.getCreatedAt());
  }
}
