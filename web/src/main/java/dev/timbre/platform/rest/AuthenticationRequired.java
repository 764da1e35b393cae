package dev.timbre.platform.rest;

import dev.timbre.platform.control.RequestContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Nothing but the ways in is open to callers that nobody knows. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationRequired implements ContainerRequestFilter {

  /** Signing in, and setting a password with an invitation's token. */
  private static final Set<String> OPEN = Set.of("session", "sessioninvitation");

  @Inject RequestContext request;

  @Override
  public void filter(ContainerRequestContext context) {
    boolean known = context.getSecurityContext().getUserPrincipal() != null;
    if (!known && !OPEN.contains(context.getUriInfo().getPath().replace("/", ""))) {
      context.abortWith(
          new Problem(
                  401,
                  "not-authenticated",
                  "Send a valid API key as 'Authorization: Bearer <key>', or sign in.")
              .response(request.correlationId())
              .header("WWW-Authenticate", "Bearer realm=\"timbre\"")
              .build());
    }
  }
}
