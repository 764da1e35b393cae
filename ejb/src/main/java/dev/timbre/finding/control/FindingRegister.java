package dev.timbre.finding.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.entity.Facts;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.finding.entity.Findings;
import dev.timbre.notice.control.NoticeBoard;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where checks write down what they found. A room: everything happens in the check's transaction.
 */
@ApplicationScoped
public class FindingRegister {

  @Inject Findings findings;
  @Inject NoticeBoard board;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Inject Event<FindingRaised> news;

  /**
   * A check saw something. A matter that is open stays one finding with the newest facts, one that
   * was resolved opens again, and one that was ignored stays ignored.
   *
   * @param brandId whose matter it is; null when it is the company's
   * @param subjectId what it is about; with the kind it says which matter this is
   * @param facts ids, states and numbers that a reader needs, never personal data
   * @return the finding
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID raise(FindingKind kind, UUID brandId, UUID subjectId, Change... facts) {
    Instant now = clock.instant();
    Facts seen = Facts.of(facts);
    Finding fresh = new Finding(now, kind, brandId, subjectId, seen);
    if (findings.addOnce(fresh)) {
      tell(fresh, AuditAction.FINDING_RAISE);
      announce(fresh, now);
      return fresh.getId();
    }
    Finding known = findings.findForDecision(kind, subjectId).orElseThrow();
    if (known.seenAgain(now, seen)) {
      tell(known, AuditAction.FINDING_REOPEN);
      announce(known, now);
    }
    return known.getId();
  }

  /** A check looked again and the matter is gone; an open finding about it is resolved. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void gone(FindingKind kind, UUID subjectId) {
    findings
        .findForDecision(kind, subjectId)
        .filter(finding -> finding.getState() == FindingState.OPEN)
        .ifPresent(
            finding -> {
              finding.resolve(clock.instant(), Actor.SYSTEM, null, null);
              resolved(finding, null);
            });
  }

  /** What is open of a kind, for a check that looks whether it still is so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Finding> open(FindingKind kind) {
    return findings.open(kind);
  }

  /**
   * A finding to be settled by what the caller does in this transaction.
   *
   * @throws NotFound when there is no such finding
   * @throws Conflict when it is of another kind or decided already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Finding toSettle(UUID id, FindingKind kind) {
    Finding finding = findings.getForDecision(id);
    if (finding.getKind() != kind) {
      throw new Conflict(
              "finding-of-another-kind",
              "The finding is " + finding.getKind() + "; this settles " + kind + " only.")
          .about(finding.getKind(), kind);
    }
    finding.requireOpen();
    return finding;
  }

  /** The caller's use case settled it, which is the remedy of that name. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void settled(Finding finding, Actor by, String remedy) {
    finding.resolve(clock.instant(), by, remedy, null);
    resolved(finding, remedy);
  }

  private void resolved(Finding finding, String remedy) {
    trail.done(
        AuditAction.FINDING_RESOLVE,
        finding.getId(),
        Change.of("state", FindingState.OPEN, FindingState.RESOLVED),
        Change.to("remedy", remedy));
  }

  private void announce(Finding finding, Instant now) {
    board.announce(
        "finding:" + finding.getId() + ":" + now,
        NoticeKind.FINDING,
        finding.getBrandId(),
        finding.getId(),
        Map.of("kind", finding.getKind().name()));
  }

  private void tell(Finding finding, AuditAction action) {
    trail.done(
        action,
        finding.getId(),
        Change.to("kind", finding.getKind()),
        Change.to("subject", finding.getSubjectId()),
        Change.to("state", FindingState.OPEN));
    news.fire(
        new FindingRaised(
            finding.getId(), finding.getKind(), finding.getBrandId(), finding.getSubjectId()));
  }
}
