package dev.timbre.testing;

import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Invitations;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Sessions;
import dev.timbre.access.entity.SignInDelays;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.audit.entity.AuditPositions;
import dev.timbre.audit.entity.AuditTranscript;
import dev.timbre.audit.entity.AuditTree;
import dev.timbre.audit.entity.AuditWitnesses;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.Erasures;
import dev.timbre.consent.entity.TalentBrands;
import dev.timbre.finding.entity.Findings;
import dev.timbre.notice.entity.Notices;
import dev.timbre.notice.entity.Webhooks;
import dev.timbre.platform.entity.IdempotencyKeys;
import dev.timbre.platform.entity.Operations;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.provider.entity.RateLimits;
import dev.timbre.speech.entity.Drifts;
import dev.timbre.speech.entity.LabellingPolicies;
import dev.timbre.speech.entity.Receipts;
import dev.timbre.speech.entity.Settlements;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.storage.entity.Blobs;
import dev.timbre.usage.entity.BudgetAlerts;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.Spending;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Deadlines;
import dev.timbre.voice.entity.Reconciliations;
import dev.timbre.voice.entity.Voices;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/** One transaction: the repositories over one entity manager. */
public final class Work {

  private final EntityManager em;

  Work(EntityManager em) {
    this.em = em;
  }

  public EntityManager em() {
    return em;
  }

  public void add(Object entity) {
    em.persist(entity);
  }

  /** From now on a wait for another transaction's lock fails at once instead of lasting. */
  public Work impatiently() {
    em.createNativeQuery("set local lock_timeout = '1ms'").executeUpdate();
    return this;
  }

  /** Writes what is pending and forgets every entity, so that the next read comes from the rows. */
  public void startAfresh() {
    em.flush();
    em.clear();
  }

  public IdempotencyKeys idempotencyKeys() {
    return repository(IdempotencyKeys.class);
  }

  public Operations operations() {
    return repository(Operations.class);
  }

  public AuditLog auditLog() {
    return repository(AuditLog.class);
  }

  public AuditTree auditTree() {
    return repository(AuditTree.class);
  }

  public AuditCheckpoints auditCheckpoints() {
    return repository(AuditCheckpoints.class);
  }

  public AuditPositions auditPositions() {
    return repository(AuditPositions.class);
  }

  public AuditTranscript auditTranscript() {
    return new AuditTranscript(auditPositions(), auditCheckpoints(), auditTree());
  }

  public AuditWitnesses auditWitnesses() {
    return repository(AuditWitnesses.class);
  }

  public Brands brands() {
    return repository(Brands.class);
  }

  public Clients clients() {
    return repository(Clients.class);
  }

  public People people() {
    return repository(People.class);
  }

  public Sessions sessions() {
    return repository(Sessions.class);
  }

  public Invitations invitations() {
    return repository(Invitations.class);
  }

  public SignInDelays signInDelays() {
    return repository(SignInDelays.class);
  }

  public Notices notices() {
    return repository(Notices.class);
  }

  public Findings findings() {
    return repository(Findings.class);
  }

  public Webhooks webhooks() {
    return repository(Webhooks.class);
  }

  public Blobs blobs() {
    return repository(Blobs.class);
  }

  public Recordings recordings() {
    return repository(Recordings.class);
  }

  public ProviderAccounts accounts() {
    return repository(ProviderAccounts.class);
  }

  public Consents consents() {
    return repository(Consents.class);
  }

  public TalentBrands talentBrands() {
    return repository(TalentBrands.class);
  }

  public Erasures erasures() {
    return repository(Erasures.class);
  }

  public Budgets budgets() {
    return repository(Budgets.class);
  }

  public BudgetAlerts budgetAlerts() {
    return repository(BudgetAlerts.class);
  }

  public Spending spending() {
    return repository(Spending.class);
  }

  public RateLimits rateLimits() {
    return repository(RateLimits.class);
  }

  public Settlements settlements() {
    return repository(Settlements.class);
  }

  public Voices voices() {
    return repository(Voices.class);
  }

  public Clones clones() {
    return repository(Clones.class);
  }

  public Reconciliations reconciliations() {
    return repository(Reconciliations.class);
  }

  public Deadlines deadlines() {
    return repository(Deadlines.class);
  }

  public Speeches speeches() {
    return repository(Speeches.class);
  }

  public Drifts drifts() {
    return repository(Drifts.class);
  }

  public LabellingPolicies labellingPolicies() {
    return repository(LabellingPolicies.class);
  }

  public Receipts receipts() {
    return repository(Receipts.class);
  }

  /** What the container's injection does. */
  private <R> R repository(Class<R> type) {
    try {
      Constructor<R> constructor = type.getDeclaredConstructor();
      Field field = type.getDeclaredField("em");
      field.setAccessible(true);
      R repository = constructor.newInstance();
      field.set(repository, em);
      return repository;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a repository with a field em", e);
    }
  }
}
