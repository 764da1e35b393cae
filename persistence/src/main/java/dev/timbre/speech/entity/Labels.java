package dev.timbre.speech.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What says of a speech that a machine made it.
 *
 * @param audible whether the provider was told to put an audible mark into it
 * @param metadata the label inside the file
 * @param strict whether audio without the label is not handed out
 * @param policyIds the policies that asked for it
 */
@Embeddable
public record Labels(
    @Column(name = "label_audible", nullable = false, updatable = false) boolean audible,
    @Enumerated(EnumType.STRING) @Column(name = "label_metadata", nullable = false)
        MetadataLabel metadata,
    @Column(name = "label_strict", nullable = false, updatable = false) boolean strict,
    @JdbcTypeCode(SqlTypes.ARRAY)
        @Column(name = "label_policies", nullable = false, updatable = false)
        Set<UUID> policyIds)
    implements Serializable {

  public static final Labels NONE = new Labels(false, MetadataLabel.NONE, false, Set.of());

  public Labels {
    policyIds = Set.copyOf(policyIds);
  }

  /** What all of the policies together ask for: the stricter one wins. */
  public static Labels askedBy(Collection<LabellingPolicy> policies) {
    Set<UUID> asking =
        policies.stream()
            .filter(LabellingPolicy::asksForSomething)
            .map(LabellingPolicy::getId)
            .collect(Collectors.toSet());
    boolean inFile = policies.stream().anyMatch(LabellingPolicy::isMetadata);
    boolean strict =
        policies.stream()
            .anyMatch(p -> p.asksForSomething() && p.getUnlabelled() == Unlabelled.REFUSE);
    return new Labels(
        policies.stream().anyMatch(LabellingPolicy::isAudible),
        inFile ? MetadataLabel.WANTED : MetadataLabel.NONE,
        strict,
        asking);
  }

  /** The same without the audible mark. */
  public Labels silent() {
    return new Labels(false, metadata, strict, policyIds);
  }

  public Labels with(MetadataLabel outcome) {
    return new Labels(audible, outcome, strict, policyIds);
  }

  /** Whether a label must be written into the file. */
  public boolean wanted() {
    return metadata == MetadataLabel.WANTED;
  }
}
