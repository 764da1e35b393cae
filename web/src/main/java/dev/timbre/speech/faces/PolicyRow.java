package dev.timbre.speech.faces;

import dev.timbre.access.entity.Territory;
import dev.timbre.access.entity.TerritoryGroup;
import dev.timbre.audit.entity.Actor;
import dev.timbre.speech.entity.LabellingPolicy;
import dev.timbre.speech.entity.Unlabelled;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one decision says: for a territory, or for countries of a group that it names alike. */
public final class PolicyRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TerritoryGroup group;
  private final ArrayList<LabellingPolicy> policies = new ArrayList<>();

  private PolicyRow(TerritoryGroup group) {
    this.group = group;
  }

  /** What policies of one decision have in common. */
  private record Decision(
      TerritoryGroup group,
      UUID brandId,
      boolean audible,
      boolean metadata,
      Unlabelled unlabelled,
      Instant from,
      Instant until,
      String note,
      Actor by,
      Instant at) {

    static Decision of(TerritoryGroup group, LabellingPolicy p) {
      return new Decision(
          group,
          p.getBrandId(),
          p.isAudible(),
          p.isMetadata(),
          p.getUnlabelled(),
          p.getValidFrom(),
          p.getValidUntil(),
          p.getNote(),
          p.getDecidedBy(),
          p.getCreatedAt());
    }
  }

  /** In the order of the policies; each group stands where its first country does. */
  static List<PolicyRow> of(Collection<LabellingPolicy> policies) {
    Map<Object, PolicyRow> rows = new LinkedHashMap<>();
    for (LabellingPolicy policy : policies) {
      TerritoryGroup group = groupOf(policy.getTerritory()).orElse(null);
      Object key = group == null ? policy.getId() : Decision.of(group, policy);
      rows.computeIfAbsent(key, k -> new PolicyRow(group)).policies.add(policy);
    }
    return List.copyOf(rows.values());
  }

  private static Optional<TerritoryGroup> groupOf(String territory) {
    return Arrays.stream(TerritoryGroup.values())
        .filter(group -> group.members().contains(territory))
        .findFirst();
  }

  /** Code of the territory, or of the group where several of its countries are meant. */
  public String getTerritory() {
    return isGroup() ? group.name() : getPolicy().getTerritory();
  }

  /** Whether it is for several countries of a group. */
  public boolean isGroup() {
    return policies.size() > 1;
  }

  /** Codes. */
  public List<String> getTerritories() {
    return policies.stream().map(LabellingPolicy::getTerritory).toList();
  }

  /** By whose clock its days begin and end. */
  public ZoneId getZone() {
    return Territory.zone(getTerritory());
  }

  /** The first day on which it holds; null where it begins in the middle of a day there. */
  public LocalDate getFirstDay() {
    return midnight(getPolicy().getValidFrom());
  }

  /** The last day on which it holds; null where it has no end, or ends in the middle of a day. */
  public LocalDate getLastDay() {
    LocalDate next = midnight(getPolicy().getValidUntil());
    return next == null ? null : next.minusDays(1);
  }

  private LocalDate midnight(Instant at) {
    if (at == null) {
      return null;
    }
    LocalDate day = at.atZone(getZone()).toLocalDate();
    return day.atStartOfDay(getZone()).toInstant().equals(at) ? day : null;
  }

  /** One of them, which says what all say. */
  public LabellingPolicy getPolicy() {
    return policies.get(0);
  }
}
