package dev.timbre.finding.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.finding.entity.Findings;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What people decide about findings. A remedy asks for the roles of what it does besides the ones
 * that are asked for here.
 */
@Stateless
@RolesAllowed({"curator", "approver", "admin"})
public class FindingDecisions {

  @Inject Findings findings;
  @Inject Access access;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Inject @Any Instance<Remedy> remedies;

  /** The names of what can be done about it with one click; none once it is decided. */
  @RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read"})
  public List<String> remediesFor(Finding finding) {
    return finding.getState() == FindingState.OPEN
        ? remedies.stream().filter(r -> r.fits(finding)).map(Remedy::name).sorted().toList()
        : List.of();
  }

  /**
   * Takes a remedy, or writes down that the matter is settled by other means.
   *
   * @param version what the caller has seen; null when it does not matter to them
   * @param remedy one of {@link #remediesFor}; null when it was settled by other means
   * @param reason how it was settled; needed without a remedy
   * @throws Conflict when it is decided already
   * @throws Invalid when the remedy does not fit, or there is neither remedy nor reason
   * @throws NotAllowed when the caller has no role for its brand
   */
  @Audited(AuditAction.FINDING_RESOLVE)
  public Finding resolve(UUID id, Long version, String remedy, String reason) {
    lockFor(id, remedy);
    Finding finding = decidable(id, version);
    finding.requireOpen();
    Remedy taken = remedy == null ? null : fitting(finding, remedy);
    if (taken == null && (reason == null || reason.isBlank())) {
      throw new Invalid(
          "resolution-unexplained",
          "Name one of the remedies " + remediesFor(finding) + ", or say how it was settled.");
    }
    finding.resolve(clock.instant(), access.actor(), remedy, reason);
    if (taken != null) {
      // decided by then: what it does may be what settles such a finding by itself
      taken.apply(finding);
    }
    trail.done(
        AuditAction.FINDING_RESOLVE,
        id,
        Change.of("state", FindingState.OPEN, FindingState.RESOLVED),
        Change.to("remedy", remedy));
    return finding;
  }

  /**
   * Decides to live with it; being seen again does not open it.
   *
   * @throws Conflict when it is decided already
   * @throws Invalid when there is no reason
   */
  @Audited(AuditAction.FINDING_IGNORE)
  public Finding ignore(UUID id, Long version, String reason) {
    Finding finding = decidable(id, version);
    finding.ignore(clock.instant(), access.actor(), reason);
    trail.done(
        AuditAction.FINDING_IGNORE,
        id,
        Change.of("state", FindingState.OPEN, FindingState.IGNORED));
    return finding;
  }

  /** Takes a decision back; what a remedy has done stays done. */
  @Audited(AuditAction.FINDING_REOPEN)
  public Finding reopen(UUID id, Long version) {
    Finding finding = decidable(id, version);
    FindingState before = finding.getState();
    finding.reopen();
    trail.done(AuditAction.FINDING_REOPEN, id, Change.of("state", before, FindingState.OPEN));
    return finding;
  }

  private Finding decidable(UUID id, Long version) {
    Finding finding = findings.getForDecision(id);
    requireMayDecide(finding);
    return VersionCheck.of(finding, version);
  }

  private void requireMayDecide(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.CURATOR, Role.APPROVER, Role.ADMIN);
  }

  private void lockFor(UUID id, String remedy) {
    Finding seen = findings.get(id);
    requireMayDecide(seen);
    remedies.stream()
        .filter(known -> known.name().equals(remedy) && known.fits(seen))
        .forEach(known -> known.lock(seen));
  }

  private Remedy fitting(Finding finding, String name) {
    return remedies.stream()
        .filter(remedy -> remedy.name().equals(name) && remedy.fits(finding))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "remedy-unknown",
                    "There is no remedy '"
                        + name
                        + "' for this; there are "
                        + remediesFor(finding)
                        + "."));
  }
}
