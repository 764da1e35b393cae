package dev.timbre.voice.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Voices with their revisions. */
@ApplicationScoped
public class Voices {

  @PersistenceContext EntityManager em;

  public void add(Voice voice) {
    em.persist(voice);
  }

  /** The revision changed, which is a change of the voice to everybody who has read it. */
  public void changed(Voice voice) {
    em.lock(voice, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  /**
   * @throws NotFound when there is no such voice
   */
  public Voice get(UUID id) {
    return Optional.ofNullable(em.find(Voice.class, id)).orElseThrow(() -> notFound(id.toString()));
  }

  /**
   * @param idOrAlias a voice id or an alias
   * @throws NotFound when neither names a voice
   */
  public Voice get(String idOrAlias) {
    return find(idOrAlias).orElseThrow(() -> notFound(idOrAlias));
  }

  public Optional<Voice> find(String idOrAlias) {
    if (Alias.looksLike(idOrAlias)) {
      return em.createQuery("select v from Voice v where v.alias.value = :alias", Voice.class)
          .setParameter("alias", idOrAlias.toLowerCase(Locale.ROOT))
          .getResultStream()
          .findFirst();
    }
    return parsed(idOrAlias).map(id -> em.find(Voice.class, id));
  }

  /**
   * The voice and its revisions as they stand now, with its row locked: of two decisions one comes
   * first, and the other finds what it did.
   */
  public Voice getForChange(UUID id) {
    return new LockingRead<>(em, Voice.class)
        .exclusive(id)
        .orElseThrow(() -> notFound(id.toString()));
  }

  /** The voice with its row shared-locked: its state cannot change before the transaction ends. */
  public Voice getForUse(String idOrAlias) {
    LockingRead<Voice> read = new LockingRead<>(em, Voice.class);
    Optional<Voice> voice =
        Alias.looksLike(idOrAlias)
            ? read.shared("e.alias.value = :key", idOrAlias.toLowerCase(Locale.ROOT))
            : parsed(idOrAlias).flatMap(read::shared);
    return voice.orElseThrow(() -> notFound(idOrAlias));
  }

  public Page<Voice> page(VoiceFilter filter, PageRequest request) {
    return query(filter).page(request);
  }

  public List<Voice> window(VoiceFilter filter, int first, int size) {
    return query(filter).window(first, size);
  }

  /** How many there are, up to one more than {@link KeysetQuery#MOST_COUNTED}. */
  public long count(VoiceFilter filter) {
    return query(filter).countBounded();
  }

  /**
   * How many voices stand in each state.
   *
   * @param visible the brands that count; null for all
   */
  public Map<VoiceState, Long> countByState(Set<UUID> visible) {
    Map<VoiceState, Long> counts = new EnumMap<>(VoiceState.class);
    em.createQuery(
            "select v.state, count(v) from Voice v where :all = true or v.brandId in :visible"
                + " group by v.state",
            Object[].class)
        .setParameter("all", visible == null)
        .setParameter("visible", visible == null ? Set.of() : visible)
        .getResultStream()
        .forEach(row -> counts.put((VoiceState) row[0], (Long) row[1]));
    return counts;
  }

  /** The voice that was imported from a provider's voice of that id. */
  public Optional<Voice> findImported(String providerVoiceId) {
    return em.createQuery(
            "select v from Voice v where v.importedFrom.providerVoiceId = :id", Voice.class)
        .setParameter("id", providerVoiceId)
        .getResultStream()
        .findFirst();
  }

  /** The voices whose current revision rests on a consent. */
  public List<Voice> restingOn(UUID consentId) {
    return em.createQuery(
            // by the voice's own id, which has an index, from the few revisions of the consent
            "select v from Revision r join Voice v on v.id = r.voiceId and v.revision = r"
                + " where r.consentId = :consent",
            Voice.class)
        .setParameter("consent", consentId)
        .getResultList();
  }

  /**
   * Voices with a proposed revision in a state, the newest proposals first.
   *
   * @param visible the brands that count; null for all
   */
  public List<Voice> proposing(RevisionState state, Set<UUID> visible, int limit) {
    return em.createQuery(
            "select v from Voice v where v.proposal.state = :state"
                + " and (:all = true or v.brandId in :visible) order by v.proposal.id desc",
            Voice.class)
        .setParameter("state", state)
        .setParameter("all", visible == null)
        .setParameter("visible", visible == null ? Set.of() : visible)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Locks those voices, and all with another revision that rests on it, so that no speech with them
   * and no acceptance is decided before the transaction ends. To be called before they are read.
   */
  public void lockRestingOn(UUID consentId) {
    em.createNativeQuery(
            "select v.id from voice v where v.id in"
                + " (select r.voice_id from revision r where r.consent_id = ?1)"
                + " order by v.id for no key update",
            UUID.class)
        .setParameter(1, consentId)
        .getResultList();
  }

  /** Locks every voice of a talent. To be called before they are read. */
  public void lockOfTalent(UUID talentId) {
    em.createNativeQuery(
            "select v.id from voice v where v.talent_id = ?1 order by v.id for no key update",
            UUID.class)
        .setParameter(1, talentId)
        .getResultList();
  }

  public List<Voice> ofTalent(UUID talentId) {
    return em.createQuery(
            "select v from Voice v where v.talentId = :talent order by v.id", Voice.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  public List<Revision> revisionsOf(UUID voiceId) {
    return em.createQuery(
            "select r from Revision r where r.voiceId = :voice order by r.number desc",
            Revision.class)
        .setParameter("voice", voiceId)
        .getResultList();
  }

  private KeysetQuery<Voice> query(VoiceFilter filter) {
    String text = filter.text() == null || filter.text().isBlank() ? null : pattern(filter.text());
    return new KeysetQuery<>(em, Voice.class)
        .where("e.brandId in :brands", "brands", filter.brandIds())
        .where("e.brandId = :brand", "brand", filter.brandId())
        .where("e.state = :state", "state", filter.state())
        .where("lower(concat(e.alias.value, ' ', e.name)) like :text escape '!'", "text", text);
  }

  private static Optional<UUID> parsed(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String pattern(String text) {
    String literal = text.strip().toLowerCase(Locale.ROOT);
    return "%" + literal.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private static NotFound notFound(String idOrAlias) {
    return new NotFound("voice-not-found", "There is no voice '" + idOrAlias + "'.");
  }
}
