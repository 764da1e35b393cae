package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.speech.entity.LabellingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What must say of synthetic speech that it is synthetic, in a territory and from a day on.
 *
 * @param brand absent for all brands without one of their own
 * @param territory ISO 3166-1 alpha-2 code, or WORLD for speech that goes anywhere
 * @param audible a mark that can be heard
 * @param metadata a label inside the file
 * @param unlabelled refuse or report: what becomes of audio that cannot be labelled
 * @param validFrom an instant; where a day of the territory was meant, its midnight there
 * @param validUntil exclusive; absent for no end
 * @param others in the answer to a decision for a group: the policies of its other countries
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
    Instant createdAt,
    List<UUID> others) {

  /** The first of what was decided together, which names the others. */
  static LabellingPolicyBody of(List<LabellingPolicy> together) {
    List<UUID> others = together.stream().skip(1).map(LabellingPolicy::getId).toList();
    return of(together.get(0), others.isEmpty() ? null : others);
  }

  static LabellingPolicyBody of(LabellingPolicy policy) {
    return of(policy, null);
  }

  private static LabellingPolicyBody of(LabellingPolicy policy, List<UUID> others) {
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
        policy.getCreatedAt(),
        others);
  }
}
