package dev.timbre.provider.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** The price lists of all accounts, by their ids. */
@ApplicationScoped
public class PriceLists {

  @PersistenceContext EntityManager em;

  /**
   * @throws NotFound when there is no such list
   */
  public PriceList get(UUID id) {
    PriceList list = id == null ? null : em.find(PriceList.class, id);
    if (list == null) {
      throw new NotFound("price-list-not-found", "There is no price list " + id + ".");
    }
    return list;
  }
}
