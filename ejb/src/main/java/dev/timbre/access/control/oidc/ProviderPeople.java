package dev.timbre.access.control.oidc;

import dev.timbre.access.control.PersonSessions;
import dev.timbre.access.control.SignIn;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.GrantOrigin;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.SessionOrigin;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets those in whom the identity provider vouches for. They are known again by issuer and subject
 * only; a user name or an e-mail address could have been somebody else's before.
 */
@ApplicationScoped
public class ProviderPeople {

  private static final System.Logger LOG = System.getLogger(ProviderPeople.class.getName());

  private static final int LONGEST_USERNAME = 80;

  @Inject People people;
  @Inject Brands brands;
  @Inject PersonSessions sessions;
  @Inject OidcConfig config;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** One wanted or held role; brand is null for all. */
  private record Held(Role role, UUID brandId) {}

  /**
   * Begins a session, with the grants that the groups give now.
   *
   * @throws IdentityProviderRefused when the person is disabled here, or was unlinked: as a
   *     stranger they would be two people
   */
  @Transactional
  public SignIn admit(ClaimedPerson claimed) {
    PersonIdentity identity =
        people.findIdentity(claimed.issuer(), claimed.subject()).orElseGet(() -> welcome(claimed));
    Person person = people.get(identity.getPersonId());
    if (person.isDisabled() || !identity.isLinked()) {
      throw new IdentityProviderRefused();
    }
    identity.use();
    if (claimed.displayName() != null && !claimed.displayName().equals(person.getDisplayName())) {
      person.rename(shortened(claimed.displayName(), Person.NAME_LENGTH));
    }
    follow(person, claimed.groups());
    return sessions.begin(person, SessionOrigin.PROVIDER);
  }

  private PersonIdentity welcome(ClaimedPerson claimed) {
    String username = freeName(claimed);
    String display = claimed.displayName() == null ? username : claimed.displayName();
    Person person =
        new Person(clock.instant(), username, shortened(display, Person.NAME_LENGTH), null);
    people.add(person);
    PersonIdentity identity =
        new PersonIdentity(clock.instant(), person.getId(), claimed.issuer(), claimed.subject());
    people.add(identity);
    trail.done(AuditAction.PERSON_CREATE, person.getId());
    trail.done(AuditAction.PERSON_IDENTIFY, person.getId());
    return identity;
  }

  /** Never one that is taken: that would hand somebody's account over. */
  private String freeName(ClaimedPerson claimed) {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String wanted = claimed.username() == null ? "person" : claimed.username();
    String clean = wanted.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@+-]", "-");
    String name = shortened(clean.replaceFirst("^[^a-z0-9]+", ""), LONGEST_USERNAME);
    boolean free =
        claimed.username() != null && name.length() > 1 && people.findByUsername(name).isEmpty();
    return free ? name : (name.isEmpty() ? "person" : name) + "-" + mark;
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** Gives what the groups give and takes what they no longer give; grants by hand stay. */
  private void follow(Person person, Set<String> groups) {
    Set<Held> wanted = new HashSet<>();
    for (GroupGrant given : config.groupGrants()) {
      if (groups.contains(given.group())) {
        held(given).ifPresent(wanted::add);
      }
    }
    for (Grant grant : people.grantsOf(person.getId())) {
      boolean byClaim = grant.getOrigin() == GrantOrigin.CLAIM;
      if (byClaim && !wanted.remove(new Held(grant.getRole(), grant.getBrandId()))) {
        people.remove(grant);
        log(AuditAction.GRANT_REVOKE, grant);
      }
    }
    for (Held missing : wanted) {
      Grant grant = Grant.byClaim(clock.instant(), person, missing.role(), missing.brandId());
      people.add(grant);
      log(AuditAction.GRANT_CREATE, grant);
    }
  }

  private Optional<Held> held(GroupGrant given) {
    if (given.brand().isEmpty()) {
      return Optional.of(new Held(given.role(), null));
    }
    Optional<Brand> brand = brands.findBySlug(given.brand().get());
    if (brand.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "timbre.access.oidc.grants names a brand that does not exist: {0}",
          given.brand().get());
    }
    return brand.map(found -> new Held(given.role(), found.getId()));
  }

  private void log(AuditAction action, Grant grant) {
    trail.done(
        action,
        grant.getId(),
        Change.to("person", grant.getPerson().getId()),
        Change.to("role", grant.getRole()),
        Change.to("brand", Objects.toString(grant.getBrandId(), null)),
        Change.to("by", GrantOrigin.CLAIM));
  }
}
