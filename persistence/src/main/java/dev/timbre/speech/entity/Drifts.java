package dev.timbre.speech.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Watches over how voices sound, and their checks. */
@ApplicationScoped
public class Drifts {

  @PersistenceContext EntityManager em;

  public void add(DriftWatch watch) {
    em.persist(watch);
  }

  public void add(DriftCheck check) {
    em.persist(check);
  }

  public Optional<DriftWatch> findWatch(UUID voiceId) {
    return watchId(voiceId).map(id -> em.find(DriftWatch.class, id));
  }

  /** The watch with its row locked, so that nodes and people take turns. */
  public Optional<DriftWatch> findWatchForChange(UUID voiceId) {
    return watchId(voiceId).flatMap(id -> new LockingRead<>(em, DriftWatch.class).exclusive(id));
  }

  private Optional<UUID> watchId(UUID voiceId) {
    return em.createQuery("select w.id from DriftWatch w where w.voiceId = :voice", UUID.class)
        .setParameter("voice", voiceId)
        .getResultStream()
        .findFirst();
  }

  public Optional<DriftPolicy> findPolicy(UUID brandId) {
    return policyId(brandId).map(id -> em.find(DriftPolicy.class, id));
  }

  /**
   * The brand's policy with its row locked, so that nodes and people take turns. The usual one is
   * written first where nobody has chosen.
   */
  public DriftPolicy getPolicyForChange(UUID brandId, Instant now) {
    return policyId(brandId)
        .flatMap(id -> new LockingRead<>(em, DriftPolicy.class).exclusive(id))
        .orElseGet(
            () -> {
              DriftPolicy usual = new DriftPolicy(now, brandId);
              em.persist(usual);
              em.flush();
              return usual;
            });
  }

  private Optional<UUID> policyId(UUID brandId) {
    return em.createQuery("select p.id from DriftPolicy p where p.brandId = :brand", UUID.class)
        .setParameter("brand", brandId)
        .getResultStream()
        .findFirst();
  }

  /** The brand chose anew; every watch that follows it does so from now on. */
  public int follow(DriftPolicy policy, Instant now) {
    DriftPolicy.Choice choice = policy.choice();
    return em.createQuery(
            "update DriftWatch w set w.everyDays = :days, w.active = :active, w.version ="
                + " w.version + 1, w.nextDueAt = case when w.nextDueAt > :latest then :latest else"
                + " w.nextDueAt end where w.brandId = :brand and w.own = false")
        .setParameter("days", choice.everyDays())
        .setParameter("active", choice.active())
        .setParameter("latest", now.plus(Duration.ofDays(choice.everyDays())))
        .setParameter("brand", policy.getBrandId())
        .executeUpdate();
  }

  /** Brands whose policy is to check live voices of which one is not watched yet. */
  public List<UUID> brandsToWatch() {
    return em.createQuery(
            "select p.brandId from DriftPolicy p where p.active = true and exists (select 1 from"
                + " Voice v where v.brandId = p.brandId and v.state = :live and not exists (select"
                + " 1 from DriftWatch w where w.voiceId = v.id))",
            UUID.class)
        .setParameter("live", VoiceState.LIVE)
        .getResultList();
  }

  /** Live voices of a brand that nobody watches. */
  public List<Voice> unwatched(UUID brandId, int most) {
    return em.createQuery(
            "select v from Voice v where v.brandId = :brand and v.state = :live and not exists"
                + " (select 1 from DriftWatch w where w.voiceId = v.id) order by v.id",
            Voice.class)
        .setParameter("brand", brandId)
        .setParameter("live", VoiceState.LIVE)
        .setMaxResults(most)
        .getResultList();
  }

  /** Voices whose check is due, the longest overdue first. */
  public List<UUID> voicesDue(Instant now, int most) {
    return em.createQuery(
            "select w.voiceId from DriftWatch w where w.active = true and w.nextDueAt <= :now"
                + " order by w.nextDueAt",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * @throws NotFound when there is no such check
   */
  public DriftCheck get(UUID id) {
    return Optional.ofNullable(em.find(DriftCheck.class, id))
        .orElseThrow(() -> new NotFound("drift-check-not-found", "There is no check " + id + "."));
  }

  /** The check as its row stands, which is then locked. */
  public Optional<DriftCheck> findForChange(UUID id) {
    return new LockingRead<>(em, DriftCheck.class).exclusive(id);
  }

  /** The check of a voice that is not over. */
  public Optional<DriftCheck> findUnderWay(UUID voiceId) {
    return em.createQuery(
            "select c from DriftCheck c where c.voiceId = :voice and c.state = :state order by"
                + " c.id desc",
            DriftCheck.class)
        .setParameter("voice", voiceId)
        .setParameter("state", DriftState.UNDER_WAY)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Page<DriftCheck> checks(UUID voiceId, PageRequest request) {
    return new KeysetQuery<>(em, DriftCheck.class)
        .where("e.voiceId = :voice", "voice", voiceId)
        .page(request);
  }
}
