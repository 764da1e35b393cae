package dev.timbre.access.control;

import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.People;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Whose API key it is, read anew each time. */
@ApplicationScoped
public class KeyHolders {

  @Inject Clients clients;
  @Inject People people;
  @Inject PersonSessions sessions;
  @Inject RequestContext request;
  @Inject Clock clock;

  /**
   * What a key says of the caller.
   *
   * @param elsewhere the key, where it came from a network that its client does not call from; it
   *     opens nothing then
   */
  public record Recognised(Optional<Identity> holder, Optional<UUID> elsewhere) {

    static final Recognised NOBODY = new Recognised(Optional.empty(), Optional.empty());
  }

  /** Notes that the key was used, where it opens something. */
  @Transactional
  public Recognised recognise(String key) {
    Optional<ApiKey> usable =
        clients
            .findKeyByDigest(new ApiKeySecret(key).digest())
            .filter(found -> found.isUsable(clock.instant()));
    if (usable.isEmpty()) {
      return Recognised.NOBODY;
    }
    Recognised recognised =
        usable.get().getPersonId() == null ? client(usable.get()) : person(usable.get());
    recognised.holder().ifPresent(holder -> clients.touch(usable.get(), clock.instant()));
    return recognised;
  }

  private Recognised person(ApiKey key) {
    Optional<Identity> holder =
        people
            .find(key.getPersonId())
            .filter(person -> !person.isDisabled())
            .map(sessions::identityOf);
    return new Recognised(holder, Optional.empty());
  }

  private Recognised client(ApiKey key) {
    Optional<Client> client = clients.find(key.getClientId()).filter(found -> !found.isDisabled());
    if (client.isEmpty()) {
      return Recognised.NOBODY;
    }
    if (!client.get().mayCallFrom(request.address().orElse(null))) {
      return new Recognised(Optional.empty(), Optional.of(key.getId()));
    }
    Identity holder = new Identity(paced(client.get()), key.getScopes());
    return new Recognised(Optional.of(holder), Optional.empty());
  }

  /** A client above its rate is known all the same, so that the answer can say what is wrong. */
  private Actor paced(Client client) {
    Integer rate = client.getBounds().requestsPerMinute();
    if (rate != null && !clients.takeRequest(client.getId(), rate)) {
      request.tooFast(Duration.ofMinutes(1).dividedBy(rate));
    }
    return Actor.client(client.getId());
  }
}
