package dev.timbre.provider.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The provider accounts of the company. */
@ApplicationScoped
public class ProviderAccounts {

  @PersistenceContext EntityManager em;

  public void add(ProviderAccount account) {
    em.persist(account);
  }

  /**
   * @throws NotFound when there is no such account
   */
  public ProviderAccount get(UUID id) {
    ProviderAccount account = em.find(ProviderAccount.class, id);
    if (account == null) {
      throw missing(id);
    }
    return account;
  }

  /** The account with its row locked, so that price lists are added one after the other. */
  public ProviderAccount getForChange(UUID id) {
    return new LockingRead<>(em, ProviderAccount.class)
        .exclusive(id)
        .orElseThrow(() -> missing(id));
  }

  private static NotFound missing(UUID id) {
    return new NotFound("provider-account-not-found", "There is no provider account " + id + ".");
  }

  /**
   * The account for new clones.
   *
   * @throws Conflict when no account is preferred
   */
  public ProviderAccount preferred() {
    return all().stream()
        .filter(ProviderAccount::isPreferred)
        .findFirst()
        .orElseThrow(
            () ->
                new Conflict(
                    "no-provider-account",
                    "No provider account is the preferred one; an administrator must set one."));
  }

  /** Moves the preference; the database allows one at a time. */
  public void preferOnly(ProviderAccount chosen) {
    all().forEach(account -> account.prefer(false));
    em.flush();
    chosen.prefer(true);
  }

  public Page<ProviderAccount> page(PageRequest request) {
    return new KeysetQuery<>(em, ProviderAccount.class).page(request);
  }

  /** All of them; a company has few. */
  public List<ProviderAccount> all() {
    return em.createQuery("select a from ProviderAccount a order by a.id", ProviderAccount.class)
        .getResultList();
  }
}
