package dev.timbre.access.rest;

import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.error.LimitExceeded;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Sends a client away that asks more often than it may. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ClientPace implements ContainerRequestFilter {

  @Inject RequestContext request;

  @Override
  public void filter(ContainerRequestContext context) {
    request
        .pause()
        .ifPresent(
            pause -> {
              throw new LimitExceeded(
                  "client-rate",
                  "The client asks more often than it may in a minute; wait and ask again.",
                  pause);
            });
  }
}
