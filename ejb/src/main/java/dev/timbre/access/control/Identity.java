package dev.timbre.access.control;

import dev.timbre.audit.entity.Actor;
import java.util.Set;

/**
 * Whom the container is told about.
 *
 * @param actor becomes the caller's principal name
 * @param groups roles of a person, or scopes of a client's key
 */
public record Identity(Actor actor, Set<String> groups) {

  public Identity {
    groups = Set.copyOf(groups);
  }

  public String principalName() {
    return actor.toString();
  }
}
