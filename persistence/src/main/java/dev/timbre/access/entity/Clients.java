package dev.timbre.access.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Clients, their uses and every API key. */
@ApplicationScoped
public class Clients {

  @PersistenceContext EntityManager em;

  public void add(Client client) {
    em.persist(client);
  }

  public void add(Use use) {
    em.persist(use);
  }

  public void add(ApiKey key) {
    em.persist(key);
  }

  /**
   * @throws NotFound when there is no such client
   */
  public Client get(UUID id) {
    return find(id)
        .orElseThrow(() -> new NotFound("client-not-found", "There is no client " + id + "."));
  }

  public Optional<Client> find(UUID id) {
    return Optional.ofNullable(em.find(Client.class, id));
  }

  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    return em.createQuery("select c from Client c where c.id in :ids", Client.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Client::getId, Client::getName));
  }

  public Optional<Client> findByName(String name) {
    return em.createQuery("select c from Client c where c.name = :name", Client.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** The client under which people speak. */
  public Client console() {
    return em.createQuery("select c from Client c where c.console", Client.class).getSingleResult();
  }

  public Page<Client> page(PageRequest request) {
    return new KeysetQuery<>(em, Client.class).page(request);
  }

  /** Those that may use no brand but these; a company has few clients. */
  public List<Client> within(Set<UUID> brandIds) {
    return em.createQuery("select c from Client c", Client.class)
        .getResultStream()
        .filter(client -> client.isWithin(brandIds))
        .toList();
  }

  public List<Use> usesOf(UUID clientId) {
    return em.createQuery("select u from Use u where u.clientId = :client order by u.id", Use.class)
        .setParameter("client", clientId)
        .getResultList();
  }

  /**
   * @throws NotFound when there is no such use
   */
  public Use getUse(UUID id) {
    Use use = em.find(Use.class, id);
    if (use == null) {
      throw new NotFound("use-not-found", "There is no use " + id + ".");
    }
    return use;
  }

  /**
   * @throws NotFound when there is no such key
   */
  public ApiKey getKey(UUID id) {
    ApiKey key = em.find(ApiKey.class, id);
    if (key == null) {
      throw missingKey(id);
    }
    return key;
  }

  private static NotFound missingKey(UUID id) {
    return new NotFound("key-not-found", "There is no API key " + id + ".");
  }

  public Optional<ApiKey> findKeyByDigest(String digest) {
    return em.createQuery("select k from ApiKey k where k.digest = :digest", ApiKey.class)
        .setParameter("digest", digest)
        .getResultStream()
        .findFirst();
  }

  /** The key with its row locked, so that it is replaced once. */
  public ApiKey getKeyForChange(UUID id) {
    return new LockingRead<>(em, ApiKey.class).exclusive(id).orElseThrow(() -> missingKey(id));
  }

  public Page<ApiKey> keys(UUID clientId, UUID personId, PageRequest request) {
    return new KeysetQuery<>(em, ApiKey.class)
        .where("e.clientId = :client", "client", clientId)
        .where("e.personId = :person", "person", personId)
        .page(request);
  }

  /** Notes the use of a key, at most once a minute so that reading stays cheap. */
  public void touch(ApiKey key, Instant now) {
    if (key.getLastUsedAt() == null || key.getLastUsedAt().isBefore(now.minusSeconds(60))) {
      em.createQuery("update ApiKey k set k.lastUsedAt = :now where k.id = :id")
          .setParameter("now", now)
          .setParameter("id", key.getId())
          .executeUpdate();
    }
  }

  /**
   * Takes one of the requests that a client may make per minute, on whatever node. What is left
   * over gathers for a minute at most. The database's own clock counts, since only it is the same
   * for all nodes.
   *
   * @param perMinute at least 1
   * @return false when there is none; nothing is taken then
   */
  public boolean takeRequest(UUID clientId, int perMinute) {
    String left =
        "least(?2, p.requests + extract(epoch from clock_timestamp() - p.refilled_at) * ?2 / 60.0)";
    return em.createNativeQuery(
                "insert into client_pace as p (client_id, requests, refilled_at)"
                    + " values (?1, cast(?2 as double precision) - 1, clock_timestamp())"
                    + " on conflict (client_id) do update set requests = "
                    + left
                    + " - 1, refilled_at = clock_timestamp() where "
                    + left
                    + " >= 1")
            .setParameter(1, clientId)
            .setParameter(2, (double) perMinute)
            .executeUpdate()
        == 1;
  }
}
