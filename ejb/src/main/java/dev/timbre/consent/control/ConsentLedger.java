package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentFilter;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStanding;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps talents and what they agreed to. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "consents:write"})
public class ConsentLedger {

  /** Within this a validity counts as expiring. */
  private static final Duration SOON = Duration.ofDays(30);

  @Inject Consents consents;
  @Inject TalentSight sight;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject ConsentEnding ending;
  @Inject ConsentConfig config;
  @Inject Clock clock;

  /**
   * @param contact how the company reaches them; may be null
   */
  @Audited(AuditAction.TALENT_CREATE)
  @RolesAllowed({"curator", "consents:write"})
  public UUID registerTalent(String name, String contact) {
    return idempotency.once(
        () -> {
          Talent talent = new Talent(clock.instant(), name, contact);
          consents.add(talent);
          trail.done(AuditAction.TALENT_CREATE, talent.getId());
          return talent.getId();
        });
  }

  /**
   * Writes down what a talent agreed to.
   *
   * @param statement the words they agreed to; may be null
   */
  @Audited(AuditAction.CONSENT_CREATE)
  @RolesAllowed({"curator", "consents:write"})
  public UUID create(UUID talentId, ConsentScope scope, String statement) {
    return idempotency.once(
        () -> {
          requireCurator(scope);
          Talent talent = consents.getKnownTalent(sight.talent(talentId).getId());
          Consent consent = new Consent(clock.instant(), talent, scope.in(zone()), statement);
          consents.add(consent);
          trail.done(
              AuditAction.CONSENT_CREATE,
              consent.getId(),
              Change.to("talent", talentId),
              Change.to("version", consent.newest().getId()));
          return consent.getId();
        });
  }

  /**
   * Adds a version: the talent agrees to something else from the beginning of its validity on. What
   * counted until then does so until then.
   */
  @Audited(AuditAction.CONSENT_EXTEND)
  @RolesAllowed({"curator", "consents:write"})
  public Consent extend(UUID consentId, Long version, ConsentScope scope, String statement) {
    Consent consent = VersionCheck.of(sight.consent(consentId), version);
    requireCurator(consent.newest().scope());
    requireCurator(scope);
    consents.getKnownTalent(consent.getTalent().getId());
    UUID before = consent.newest().getId();
    ConsentVersion added = consent.extend(clock.instant(), scope.in(zone(consent)), statement);
    trail.done(AuditAction.CONSENT_EXTEND, consentId, Change.of("version", before, added.getId()));
    return consent;
  }

  /**
   * Everything that rests on the consent stops with this transaction.
   *
   * @throws dev.timbre.platform.error.NotFound when there is none, or the caller may not know of it
   */
  @Audited(AuditAction.CONSENT_WITHDRAW)
  @RolesAllowed({"curator", "approver", "consents:write"})
  public Consent withdraw(UUID consentId, String reason) {
    sight.consent(consentId); // before anything is locked or said of it
    Consent consent = ending.getForEnd(consentId);
    consent.versionsFrom(clock.instant()).stream()
        .flatMap(version -> version.scope().brandIds().stream())
        .forEach(brand -> access.requireBrand(brand, Role.CURATOR, Role.APPROVER));
    consent.getTalent().requireKnown();
    return ending.withdraw(consent, reason);
  }

  /** Whose days the first and the last day of a new consent are. */
  public ZoneId zone() {
    return config.zone();
  }

  /** As above, of one that is there: those it began with, where they are known. */
  private ZoneId zone(Consent consent) {
    return consent.newest().scope().in(zone()).zone();
  }

  private void requireCurator(ConsentScope scope) {
    scope.brandIds().forEach(brand -> access.requireBrand(brand, Role.CURATOR));
  }

  /**
   * Only whether there is such a talent, for those who may not see who it is.
   *
   * @throws dev.timbre.platform.error.NotFound when there is none
   */
  @RolesAllowed({"curator", "recordings:write"})
  public void requireTalent(UUID id) {
    sight.talent(id).requireKnown();
  }

  /**
   * @throws dev.timbre.platform.error.NotFound when there is none, or the caller has no role for a
   *     brand that has to do with them
   */
  public Talent getTalent(UUID id) {
    return sight.talent(id);
  }

  /** Those whom the caller may know of. */
  public Page<Talent> talents(PageRequest request) {
    return sight.talents(request);
  }

  /** Of some talents the ids of those whose contact the caller may see, to reach them. */
  public Set<UUID> reachable(Collection<Talent> talents) {
    return sight.reachable(talents);
  }

  /** Those whom the caller may know of, by name, for choosing from. */
  public List<Talent> allTalents() {
    return sight.choices();
  }

  /**
   * @throws dev.timbre.platform.error.NotFound when there is none, or the caller has no role for a
   *     brand that it ever named
   */
  public Consent get(UUID id) {
    return sight.consent(id);
  }

  /**
   * @param talentId null for everybody's
   * @param standing null for all
   */
  public Page<Consent> page(UUID talentId, ConsentStanding standing, PageRequest request) {
    Instant now = clock.instant();
    ConsentFilter filter =
        new ConsentFilter(access.visibleBrands().orElse(null), talentId, standing);
    return consents.page(filter, now, now.plus(SOON), request);
  }

  /**
   * @param talentId null for everybody's
   */
  public Page<Consent> page(UUID talentId, PageRequest request) {
    return page(talentId, null, request);
  }
}
