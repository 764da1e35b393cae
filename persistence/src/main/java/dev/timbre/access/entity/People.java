package dev.timbre.access.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** People and their grants. */
@ApplicationScoped
public class People {

  /** Any number will do, so long as no one else takes it: "admins" in ASCII. */
  private static final long ADMIN_LOCK = 0x61646d696e73L;

  @PersistenceContext EntityManager em;

  public void add(Person person) {
    em.persist(person);
  }

  public void add(Grant grant) {
    em.persist(grant);
  }

  public void add(PersonIdentity identity) {
    em.persist(identity);
  }

  public void remove(Grant grant) {
    em.remove(grant);
  }

  public Optional<Person> find(UUID id) {
    return Optional.ofNullable(em.find(Person.class, id));
  }

  /**
   * @throws NotFound when there is no such person
   */
  public Person get(UUID id) {
    return find(id)
        .orElseThrow(() -> new NotFound("person-not-found", "There is no person " + id + "."));
  }

  public Optional<Person> findByUsername(String username) {
    return em.createQuery("select p from Person p where p.username = :username", Person.class)
        .setParameter("username", username.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /** Who somebody is or was at an identity provider, whether that is linked or not. */
  public Optional<PersonIdentity> findIdentity(String issuer, String subject) {
    return em.createQuery(
            "select i from PersonIdentity i where i.issuer = :issuer and i.subject = :subject",
            PersonIdentity.class)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  /**
   * @throws NotFound when there is no such identity
   */
  public PersonIdentity getIdentity(UUID id) {
    PersonIdentity identity = em.find(PersonIdentity.class, id);
    if (identity == null) {
      throw new NotFound("identity-not-found", "There is no identity " + id + ".");
    }
    return identity;
  }

  /** Who a person is at identity providers, or was until they were unlinked. */
  public List<PersonIdentity> identitiesOf(UUID personId) {
    return em.createQuery(
            "select i from PersonIdentity i where i.personId = :person order by i.id",
            PersonIdentity.class)
        .setParameter("person", personId)
        .getResultList();
  }

  public Page<Person> page(PageRequest request) {
    return new KeysetQuery<>(em, Person.class).page(request);
  }

  public long count() {
    return new KeysetQuery<>(em, Person.class).count();
  }

  /** Their names, for pages that show who did something. */
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    return em.createQuery("select p from Person p where p.id in :ids", Person.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Person::getId, Person::getDisplayName));
  }

  public List<Grant> grantsOf(UUID personId) {
    return em.createQuery(
            "select g from Grant g join fetch g.person where g.person.id = :person order by g.id",
            Grant.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /**
   * @throws NotFound when there is no such grant
   */
  public Grant getGrant(UUID id) {
    Grant grant = em.find(Grant.class, id);
    if (grant == null) {
      throw new NotFound("grant-not-found", "There is no grant " + id + ".");
    }
    return grant;
  }

  public Page<Grant> grants(UUID personId, PageRequest request) {
    return new KeysetQuery<>(em, Grant.class)
        .where("e.person.id = :person", "person", personId)
        .page(request);
  }

  /**
   * Everybody who is not disabled and holds one of the roles for the brand or for all, each once.
   *
   * @param brandId null for those who hold it for all brands only
   */
  public List<UUID> holding(Collection<Role> roles, UUID brandId) {
    return em.createQuery(
            "select distinct g.person.id from Grant g where g.role in :roles"
                + " and (g.brandId is null or g.brandId = :brand)"
                + " and g.person.disabledAt is null order by g.person.id",
            UUID.class)
        .setParameter("roles", roles)
        .setParameter("brand", brandId)
        .getResultList();
  }

  /**
   * How many people may administer everything; the last of them must not be lost. Nobody else
   * counts before the transaction ends, or two who revoke each other at once would both find one
   * left.
   */
  public long countAdmins() {
    em.createNativeQuery("select pg_advisory_xact_lock(" + ADMIN_LOCK + ")").getSingleResult();
    return em.createQuery(
            "select count(distinct g.person.id) from Grant g where g.role = :role"
                + " and g.brandId is null and g.person.disabledAt is null",
            Long.class)
        .setParameter("role", Role.ADMIN)
        .getSingleResult();
  }
}
