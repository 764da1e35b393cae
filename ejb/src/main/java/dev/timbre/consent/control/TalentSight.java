package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.Talent;
import dev.timbre.consent.entity.TalentBrands;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may know of a talent and of what they agreed to: those who have a role for one of the brands
 * concerned. What belongs to no brand yet, everybody may who may read talents at all.
 */
@ApplicationScoped
class TalentSight {

  @Inject Consents consents;
  @Inject TalentBrands brands;
  @Inject Access access;

  /**
   * @throws NotFound when there is none, or the caller may not know of them
   */
  Talent talent(UUID id) {
    Talent talent = consents.getTalent(id);
    Optional<Set<UUID>> visible = access.visibleBrands();
    if (visible.isPresent() && !isShown(brands.of(id), visible.get())) {
      throw Consents.noTalent(id);
    }
    return talent;
  }

  Page<Talent> talents(PageRequest request) {
    return brands.talents(access.visibleBrands().orElse(null), request);
  }

  List<Talent> choices() {
    return brands.choices(access.visibleBrands().orElse(null));
  }

  /**
   * @throws NotFound when there is none, or the caller may see no brand that it ever named
   */
  Consent consent(UUID id) {
    Consent consent = consents.get(id);
    Optional<Set<UUID>> visible = access.visibleBrands();
    if (visible.isPresent()
        && consent.getVersions().stream()
            .map(ConsentVersion::scope)
            .noneMatch(scope -> isShown(scope.brandIds(), visible.get()))) {
      throw Consents.noConsent(id);
    }
    return consent;
  }

  /** Those of the talents whom the caller may reach: who keep their consents or administer. */
  Set<UUID> reachable(Collection<Talent> talents) {
    Set<UUID> ids = talents.stream().map(Talent::getId).collect(Collectors.toSet());
    Optional<Set<UUID>> kept = access.brandsAs(Role.CURATOR, Role.ADMIN);
    if (kept.isEmpty()) {
      return ids;
    }
    if (kept.get().isEmpty()) {
      return Set.of();
    }
    Map<UUID, Set<UUID>> known = brands.of(ids);
    return ids.stream()
        .filter(id -> isShown(known.getOrDefault(id, Set.of()), kept.get()))
        .collect(Collectors.toSet());
  }

  /**
   * @throws NotAllowed for a client that may not use every brand concerned; people administer all
   */
  void requireAdministration(UUID talentId) {
    brands.of(talentId).forEach(brand -> access.requireBrand(brand, Role.ADMIN));
  }

  private static boolean isShown(Set<UUID> concerned, Set<UUID> visible) {
    return concerned.isEmpty() || concerned.stream().anyMatch(visible::contains);
  }
}
