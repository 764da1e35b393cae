package dev.timbre.speech.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.entity.TimedIds;
import dev.timbre.platform.error.NotFound;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All speeches. */
@ApplicationScoped
public class Speeches {

  /** Speeches with the same bytes that are told at once. */
  private static final int MOST_ALIKE = 20;

  @PersistenceContext EntityManager em;

  public void add(Speech speech) {
    em.persist(speech);
  }

  /**
   * @throws NotFound when there is no such speech
   */
  public Speech get(UUID id) {
    Speech speech = em.find(Speech.class, id);
    if (speech == null) {
      throw notFound(id);
    }
    return speech;
  }

  /** The speech with its row locked, so that it ends once. */
  public Speech getForChange(UUID id) {
    return new LockingRead<>(em, Speech.class).exclusive(id).orElseThrow(() -> notFound(id));
  }

  /**
   * @param visible the brands the caller may see; null for all
   */
  public Page<Speech> page(
      Set<UUID> visible, UUID voiceId, UUID clientId, SpeechState state, PageRequest request) {
    return new KeysetQuery<>(em, Speech.class)
        .where("e.grounds.brandId in :visible", "visible", visible)
        .where("e.grounds.voiceId = :voice", "voice", voiceId)
        .where("e.grounds.clientId = :client", "client", clientId)
        .where("e.state = :state", "state", state)
        .page(request);
  }

  /** Speeches still under way though they began before an instant: their server died. */
  public List<Speech> abandonedBefore(Instant instant) {
    return em.createQuery(
            "select s from Speech s where s.state = :state and s.createdAt < :instant",
            Speech.class)
        .setParameter("state", SpeechState.RESERVED)
        .setParameter("instant", instant)
        .getResultList();
  }

  /**
   * Keeps the idempotency keys, made before an instant, of speeches of which nobody can tell
   * whether they were charged: a repeat must never speak again.
   */
  public int keepKeysOfUnknown(Instant before) {
    return em.createQuery(
            "update IdempotencyKey k set k.kept = true where k.createdAt < :before and k.kept ="
                + " false and exists (select 1 from Speech s where s.id = k.subjectId and s.state"
                + " in (:reserved, :unknown))")
        .setParameter("before", before)
        .setParameter("reserved", SpeechState.RESERVED)
        .setParameter("unknown", SpeechState.UNKNOWN)
        .executeUpdate();
  }

  /**
   * Why a speech under way may not go on; empty while it may. One read by two keys.
   *
   * @return {@code consent-withdrawn}, {@code consent-ended} or {@code voice-not-live}
   */
  public Optional<String> stopped(Speech.Grounds grounds, Instant now) {
    Object[] row =
        em.createQuery(
                "select v.state, c.withdrawnAt, cv.scope.validUntil from Voice v, ConsentVersion cv"
                    + " join cv.consent c where v.id = :voice and cv.id = :version",
                Object[].class)
            .setParameter("voice", grounds.voiceId())
            .setParameter("version", grounds.consentVersionId())
            .getSingleResult();
    if (row[1] != null) {
      return Optional.of("consent-withdrawn");
    }
    if (row[2] != null && !now.isBefore((Instant) row[2])) {
      return Optional.of("consent-ended");
    }
    return row[0] == VoiceState.LIVE ? Optional.empty() : Optional.of("voice-not-live");
  }

  /**
   * Those whose audio has this digest, the newest first; several only where no label differs.
   *
   * @param visible the brands the caller may see; null for all
   * @param clientId only this client's; null for everybody's
   */
  public List<Speech> ofAudio(String sha256, Set<UUID> visible, UUID clientId) {
    return new KeysetQuery<>(em, Speech.class)
        .where("e.audio = :audio", "audio", sha256)
        .where("e.grounds.brandId in :visible", "visible", visible)
        .where("e.grounds.clientId = :client", "client", clientId)
        .window(0, MOST_ALIKE);
  }

  /** The speech, if there is one. */
  public Optional<Speech> find(UUID id) {
    return Optional.ofNullable(em.find(Speech.class, id));
  }

  /** Every speech whose audio is stored, of every voice of a talent. */
  public List<Speech> heardOf(UUID talentId) {
    return em.createQuery(
            "select s from Speech s where s.audio is not null and s.grounds.voiceId in"
                + " (select v.id from Voice v where v.talentId = :talent)",
            Speech.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  private static NotFound notFound(UUID id) {
    return new NotFound("speech-not-found", "There is no speech " + id + ".");
  }

  /** Those that began at an instant or later, by state; states that none has are absent. */
  public Map<SpeechState, Long> countSince(Instant from) {
    return em.createQuery(
            "select e.state, count(e) from Speech e where e.id >= :from group by e.state",
            Object[].class)
        .setParameter("from", TimedIds.lowestAt(from))
        .getResultStream()
        .collect(Collectors.toMap(row -> (SpeechState) row[0], row -> (Long) row[1]));
  }
}
