package dev.timbre.access.control;

import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the first administrator into an empty database: while there is nobody, a configured secret
 * becomes the password of the person {@code admin}. It does nothing afterwards.
 */
@Singleton
@Startup
@PermitAll
public class FirstAdmin {

  static final String USERNAME = "admin";

  @Inject People people;
  @Inject Passwords passwords;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** The secret; at least as long as any password. */
  @Inject
  @ConfigProperty(name = "timbre.access.first-admin-secret")
  Optional<String> secret;

  @PostConstruct
  void createIfNobody() {
    if (secret.isPresent() && people.count() == 0) {
      Person admin =
          new Person(
              clock.instant(), USERNAME, "Administrator", passwords.hash(secret.get(), USERNAME));
      people.add(admin);
      people.add(new Grant(clock.instant(), admin, Role.ADMIN, null));
      trail.done(AuditAction.PERSON_CREATE, admin.getId(), Change.to("role", Role.ADMIN));
    }
  }
}
