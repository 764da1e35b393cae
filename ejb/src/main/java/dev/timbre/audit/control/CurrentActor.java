package dev.timbre.audit.control;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;

/** Who acts in the call under way, as the container has authenticated them. */
@ApplicationScoped
public class CurrentActor {

  @Inject Principal principal;
  @Inject RequestContext request;

  /** Timbre itself where no request came from outside. */
  public Actor get() {
    Optional<Actor> talent = talent();
    if (talent.isPresent()) {
      return talent.get();
    }
    Actor actor = Actor.parse(principal.getName());
    return actor.kind() == ActorKind.ANONYMOUS && isInside() ? Actor.SYSTEM : actor;
  }

  private Optional<Actor> talent() {
    try {
      return request.link().map(Actor::link);
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }

  private boolean isInside() {
    try {
      return request.address().isEmpty();
    } catch (ContextNotActiveException e) {
      return true;
    }
  }
}
