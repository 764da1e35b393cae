package dev.timbre.access.control;

import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Scope;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.platform.error.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the caller may do in which brand, read anew from the database each time it matters. */
@ApplicationScoped
public class Access {

  private static final Set<Role> READERS = EnumSet.allOf(Role.class);

  @Inject CurrentActor actor;
  @Inject People people;
  @Inject Clients clients;
  @Inject Brands brands;
  @Inject SecurityContext security;

  public Actor actor() {
    return actor.get();
  }

  /**
   * @throws NotAllowed when the caller has none of the roles for the brand, or is a client that may
   *     not use it
   */
  public void requireBrand(UUID brandId, Role... roles) {
    if (!mayUse(brandId, EnumSet.copyOf(List.of(roles)))) {
      throw new NotAllowed(
          "brand-not-allowed",
          "You may not do this for brand " + brandId + "; an administrator can grant it.");
    }
  }

  /** Whether the caller may see what belongs to a brand; what belongs to none, everybody may. */
  public boolean maySee(UUID brandId) {
    return brandId == null || mayUse(brandId, READERS);
  }

  /** The brands whose things the caller may see; empty for all of them. */
  public Optional<Set<UUID>> visibleBrands() {
    return brands(READERS);
  }

  /**
   * The brands for which the caller has one of the roles, or which the calling client may use;
   * empty for all of them.
   */
  public Optional<Set<UUID>> brandsAs(Role... roles) {
    return brands(EnumSet.copyOf(List.of(roles)));
  }

  private Optional<Set<UUID>> brands(Set<Role> roles) {
    Actor caller = actor.get();
    if (caller.kind() == ActorKind.CLIENT) {
      return Optional.of(clients.get(caller.id()).getBrandIds());
    }
    List<Grant> grants =
        grantsOf(caller).stream().filter(grant -> roles.contains(grant.getRole())).toList();
    if (grants.stream().anyMatch(grant -> grant.getBrandId() == null)) {
      return Optional.empty();
    }
    return Optional.of(grants.stream().map(Grant::getBrandId).collect(Collectors.toSet()));
  }

  /**
   * Whether the caller may act for the whole company: a person with one of the roles for all
   * brands, a client that may use every brand there is at this moment.
   */
  public boolean isForAllBrands(Role... roles) {
    Actor caller = actor.get();
    if (caller.kind() == ActorKind.CLIENT) {
      Client client = clients.get(caller.id());
      return brands.all().stream().map(Brand::getId).allMatch(client::mayUse);
    }
    return mayUse(null, EnumSet.copyOf(List.of(roles)));
  }

  /**
   * Keeps auditors of some brands from what is the whole company's and no brand's: who is in it,
   * which systems call, and where news goes. Clients with the scope pass, which administers all of
   * that anyway.
   *
   * @throws NotAllowed when the caller is a person who is neither auditor nor administrator for all
   *     brands
   */
  public void requireWholeCompany() {
    if (actor.get().isPerson() && !isForAllBrands(Role.AUDITOR, Role.ADMIN)) {
      throw new NotAllowed(
          "company-not-allowed",
          "This is the whole company's: a person needs the role auditor or admin for all brands.");
    }
  }

  /** The client under which the caller speaks: itself, or the console for people. */
  public Client speakingClient() {
    Actor caller = actor.get();
    Client client =
        caller.kind() == ActorKind.CLIENT ? clients.get(caller.id()) : clients.console();
    if (client.isDisabled()) {
      throw new NotAllowed("client-disabled", "Client " + client.getName() + " is disabled.");
    }
    return client;
  }

  /**
   * Whether the caller is another client, which may not see this one's affairs unless it
   * administers clients.
   */
  public boolean isForeignTo(UUID clientId) {
    Actor caller = actor.get();
    return caller.kind() == ActorKind.CLIENT
        && !caller.id().equals(clientId)
        && !security.isCallerInRole(Scope.ADMINISTRATION.code());
  }

  private boolean mayUse(UUID brandId, Set<Role> roles) {
    Actor caller = actor.get();
    if (caller.kind() == ActorKind.CLIENT) {
      return clients.get(caller.id()).mayUse(brandId);
    }
    return grantsOf(caller).stream()
        .anyMatch(grant -> roles.contains(grant.getRole()) && grant.covers(brandId));
  }

  private List<Grant> grantsOf(Actor caller) {
    return caller.isPerson() ? people.grantsOf(caller.id()) : List.of();
  }
}
