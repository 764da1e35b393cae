package dev.timbre.access.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Keeps clients and what they declare to use voices for. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class ClientRegister {

  @Inject Clients clients;
  @Inject Brands brands;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  @Audited(AuditAction.CLIENT_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID create(String name, Set<UUID> brandIds) {
    return idempotency.once(
        () -> {
          Client client = new Client(clock.instant(), name, known(brandIds));
          if (clients.findByName(client.getName()).isPresent()) {
            throw new Conflict("client-name-taken", "There is already a client of that name.");
          }
          clients.add(client);
          trail.done(
              AuditAction.CLIENT_CREATE, client.getId(), Change.to("brands", client.getBrandIds()));
          return client.getId();
        });
  }

  /** Changes name, brands or access; null leaves a part as it is. */
  @Audited(AuditAction.CLIENT_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public Client update(UUID id, Long version, String name, Set<UUID> brandIds, Boolean disabled) {
    Client client = VersionCheck.of(clients.get(id), version);
    Set<UUID> brandsBefore = client.getBrandIds();
    boolean disabledBefore = client.isDisabled();
    boolean keepBrands = brandIds == null || client.isConsole();
    client.update(
        name == null ? client.getName() : name, keepBrands ? brandsBefore : known(brandIds));
    if (disabled != null) {
      client.setAccess(disabled ? clock.instant() : null);
    }
    trail.done(
        AuditAction.CLIENT_UPDATE,
        id,
        Change.of("brands", brandsBefore, client.getBrandIds()),
        Change.of("disabled", disabledBefore, client.isDisabled()));
    return client;
  }

  /** Sets from where and with which voices a client may speak, and how often. */
  @Audited(AuditAction.CLIENT_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public Client confine(UUID id, Long version, Client.Bounds bounds) {
    Client client = VersionCheck.of(clients.get(id), version);
    if (client.isConsole()) {
      throw new Conflict("client-console", "The console is for people; it has no such bounds.");
    }
    Client.Bounds before = client.getBounds();
    client.confine(bounds);
    Client.Bounds after = client.getBounds();
    trail.done(
        AuditAction.CLIENT_UPDATE,
        id,
        // networks are addresses of machines of the company, not of a person
        Change.of("networks", before.networks(), after.networks()),
        Change.of("voices", before.voiceIds(), after.voiceIds()),
        Change.of("requestsPerMinute", before.requestsPerMinute(), after.requestsPerMinute()));
    return client;
  }

  /**
   * @param territory ISO 3166-1 code or WORLD
   */
  @Audited(AuditAction.USE_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID declareUse(UUID clientId, Purpose purpose, Channel channel, String territory) {
    return idempotency.once(
        () -> {
          clients.get(clientId);
          Use use = new Use(clock.instant(), clientId, purpose, channel, territory);
          if (clients.usesOf(clientId).stream().anyMatch(use::isSameAs)) {
            throw new Conflict("use-exists", "The client has declared that use already.");
          }
          clients.add(use);
          trail.done(
              AuditAction.USE_CREATE,
              use.getId(),
              Change.to("client", clientId),
              Change.to("purpose", purpose),
              Change.to("channel", channel),
              Change.to("territory", use.getTerritory()));
          return use.getId();
        });
  }

  private Set<UUID> known(Set<UUID> brandIds) {
    if (brandIds == null || brandIds.isEmpty() || brandIds.stream().anyMatch(Objects::isNull)) {
      throw new Invalid(
          "client-without-brand", "brands is empty; name at least one brand the client may use.");
    }
    brandIds.forEach(brands::get);
    return brandIds;
  }

  @RolesAllowed({"admin", "auditor", "administration", "usage:read"})
  public Client get(UUID id) {
    access.requireWholeCompany();
    if (access.isForeignTo(id)) {
      throw new NotAllowed("client-not-yours", "A client sees itself only.");
    }
    return clients.get(id);
  }

  public Page<Client> page(PageRequest request) {
    access.requireWholeCompany();
    return clients.page(request);
  }

  public Use getUse(UUID id) {
    access.requireWholeCompany();
    return clients.getUse(id);
  }

  @RolesAllowed({"curator", "approver", "auditor", "admin", "administration", "speech"})
  public List<Use> usesOf(UUID clientId) {
    if (access.isForeignTo(clientId)) {
      throw new NotAllowed("uses-not-yours", "A client sees its own uses only.");
    }
    return clients.usesOf(clientId);
  }
}
