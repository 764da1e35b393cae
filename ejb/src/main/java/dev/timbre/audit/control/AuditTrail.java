package dev.timbre.audit.control;

import dev.timbre.audit.control.StrangersRefused.Attempt;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Writes the log. */
@ApplicationScoped
@ActivateRequestContext
public class AuditTrail {

  @Inject AuditLog log;
  @Inject CurrentActor actor;
  @Inject StrangersRefused strangers;
  @Inject RequestContext request;
  @Inject Clock clock;

  /**
   * A change that commits with the caller's transaction, or not at all.
   *
   * @return the entry, whose id and leaf hash are final
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuditEntry done(AuditAction action, UUID subjectId, Change... changes) {
    return write(entry(action, subjectId, AuditOutcome.DONE).changing(List.of(changes)));
  }

  /**
   * What is about to be asked of a provider; commits before the call.
   *
   * @return the entry, whose id and leaf hash are final
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuditEntry intended(AuditAction action, UUID subjectId, Change... changes) {
    return write(entry(action, subjectId, AuditOutcome.INTENDED).changing(List.of(changes)));
  }

  /**
   * How a call to a provider ended, in the transaction that keeps the outcome.
   *
   * @param reason stable code of what went wrong; null when nothing did
   * @param traceId the provider's id of the call; may be null
   * @return the entry, whose id and leaf hash are final
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuditEntry ended(
      AuditAction action,
      UUID subjectId,
      AuditOutcome outcome,
      String reason,
      String traceId,
      Change... changes) {
    return write(
        entry(action, subjectId, outcome)
            .because(reason)
            .traced(traceId)
            .changing(List.of(changes)));
  }

  /**
   * Somebody tried and was not let. Commits by itself, whatever becomes of the caller. Of callers
   * whom nobody knows, the first attempt of a minute stands for its like.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void refused(AuditAction action, UUID subjectId, String rule) {
    attempted(action, subjectId, AuditOutcome.REFUSED, rule);
  }

  /** Something was tried and broke. Commits by itself; strangers' attempts as with refusals. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void failed(AuditAction action, UUID subjectId, String why) {
    attempted(action, subjectId, AuditOutcome.FAILED, why);
  }

  private void attempted(AuditAction action, UUID subjectId, AuditOutcome outcome, String reason) {
    String network = request.address().map(RequestContext::networkOf).orElse(null);
    boolean told =
        actor.get().kind() != ActorKind.ANONYMOUS
            || strangers.isFirst(
                new Attempt(action, subjectId, outcome, reason, network), clock.instant());
    if (told) {
      write(entry(action, subjectId, outcome).because(reason));
    }
  }

  /** How many more attempts like an earlier one there were in its minute. Commits by itself. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void summed(Attempt attempt, long further) {
    AuditEntry entry =
        new AuditEntry(
                clock.instant(),
                Actor.ANONYMOUS,
                attempt.action(),
                attempt.subjectId(),
                attempt.outcome())
            .because(attempt.reason())
            .changing(List.of(Change.to("furtherAttempts", further)));
    log.add(entry, attempt.network());
  }

  private AuditEntry entry(AuditAction action, UUID subjectId, AuditOutcome outcome) {
    return new AuditEntry(clock.instant(), actor.get(), action, subjectId, outcome)
        .correlated(request.correlationId());
  }

  private AuditEntry write(AuditEntry entry) {
    log.add(entry, request.address().orElse(null));
    return entry;
  }
}
