package dev.timbre.voice.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Comparisons with provider accounts, and what they compare. */
@ApplicationScoped
public class Reconciliations {

  /** Ids in one question; the protocol of the database takes 65 535 at most. */
  private static final int AT_ONCE = 1000;

  @PersistenceContext EntityManager em;

  public void add(Reconciliation reconciliation) {
    em.persist(reconciliation);
  }

  public Optional<Reconciliation> findLatest(UUID accountId) {
    return em.createQuery(
            "select r from Reconciliation r where r.accountId = :account order by r.id desc",
            Reconciliation.class)
        .setParameter("account", accountId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Clones of an account that should be able to speak. */
  public List<Clone> speakingClones(UUID accountId) {
    return em.createQuery(
            "select c from Clone c where c.accountId = :account and c.state in :states order by"
                + " c.id",
            Clone.class)
        .setParameter("account", accountId)
        .setParameter("states", List.of(CloneState.PROVISIONAL, CloneState.PERMANENT))
        .getResultList();
  }

  /**
   * The clones of ours that have or ever had one of these ids, in any account, by that id.
   *
   * @param providerVoiceIds any number
   */
  public Map<String, Clone> ours(Collection<String> providerVoiceIds) {
    Map<String, Clone> found = new HashMap<>();
    List<String> ids = List.copyOf(providerVoiceIds);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      em.createQuery("select c from Clone c where c.providerVoiceId in :ids", Clone.class)
          .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
          .getResultStream()
          .forEach(clone -> found.put(clone.getProviderVoiceId(), clone));
    }
    return found;
  }

  /**
   * Those of an account's voices that are known here by an import that may still be approved, and
   * so have no clone of ours yet.
   *
   * @param providerVoiceIds any number
   */
  public Set<String> imported(UUID accountId, Collection<String> providerVoiceIds) {
    Set<String> found = new HashSet<>();
    List<String> ids = List.copyOf(providerVoiceIds);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      found.addAll(
          em.createQuery(
                  "select v.importedFrom.providerVoiceId from Voice v"
                      + " where v.importedFrom.accountId = :account"
                      + " and v.importedFrom.providerVoiceId in :ids and v.state not in :over",
                  String.class)
              .setParameter("account", accountId)
              .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
              .setParameter("over", List.of(VoiceState.REJECTED, VoiceState.RETIRED))
              .getResultList());
    }
    return found;
  }

  /**
   * The imports that made those of an account's voices known, where the consent was withdrawn
   * before there was a clone that could be deleted.
   *
   * @param providerVoiceIds any number
   */
  public List<Voice> importsWithoutConsent(UUID accountId, Collection<String> providerVoiceIds) {
    Set<String> listed = Set.copyOf(providerVoiceIds);
    return em.createQuery(
            "select v from Voice v join Consent c on c.id = v.revision.consentId"
                + " where v.importedFrom.accountId = :account and v.state not in :over"
                + " and c.withdrawnAt is not null and not exists (select 1 from Clone k"
                + " where k.providerVoiceId = v.importedFrom.providerVoiceId) order by v.id",
            Voice.class)
        .setParameter("account", accountId)
        .setParameter("over", List.of(VoiceState.REJECTED, VoiceState.RETIRED))
        .getResultStream()
        .filter(voice -> listed.contains(voice.getImportedFrom().providerVoiceId()))
        .toList();
  }

  /** Serves one at a time: an account's row stays locked until the transaction ends. */
  public void lockAccount(UUID accountId) {
    em.createNativeQuery("select 1 from provider_account where id = ?1 for no key update")
        .setParameter(1, accountId)
        .getSingleResult();
  }
}
