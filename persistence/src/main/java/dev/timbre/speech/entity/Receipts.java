package dev.timbre.speech.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** All receipts, one for each speech that was spoken. */
@ApplicationScoped
public class Receipts {

  @PersistenceContext EntityManager em;

  public void add(Receipt receipt) {
    em.persist(receipt);
  }

  /**
   * @throws NotFound when the speech has none
   */
  public Receipt ofSpeech(UUID speechId) {
    return em.createQuery("select r from Receipt r where r.speechId = :speech", Receipt.class)
        .setParameter("speech", speechId)
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () ->
                new NotFound(
                    "receipt-not-found",
                    "Speech "
                        + speechId
                        + " has no receipt: only what was spoken has one, and nothing spoken before"
                        + " Timbre made receipts."));
  }
}
