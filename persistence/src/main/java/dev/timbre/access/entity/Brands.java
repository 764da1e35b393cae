package dev.timbre.access.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The brands of the company. */
@ApplicationScoped
public class Brands {

  @PersistenceContext EntityManager em;

  public void add(Brand brand) {
    em.persist(brand);
  }

  /**
   * @throws NotFound when there is no such brand
   */
  public Brand get(UUID id) {
    Brand brand = em.find(Brand.class, id);
    if (brand == null) {
      throw new NotFound("brand-not-found", "There is no brand " + id + ".");
    }
    return brand;
  }

  public Optional<Brand> findBySlug(String slug) {
    return em.createQuery("select b from Brand b where b.slug = :slug", Brand.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  public Page<Brand> page(PageRequest request) {
    return new KeysetQuery<>(em, Brand.class).page(request);
  }

  /** All of them by name; a company has few. */
  public List<Brand> all() {
    return em.createQuery("select b from Brand b order by b.name", Brand.class).getResultList();
  }
}
