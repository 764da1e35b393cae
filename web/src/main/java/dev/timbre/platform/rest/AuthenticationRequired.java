package dev.timbre.platform.rest;

import dev.timbre.platform.control.RequestContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Nothing but the ways in and the links of talents is open to callers that nobody knows. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationRequired implements ContainerRequestFilter {

  /** Signing in, and setting a password with an invitation's token. */
  private static final Set<String> OPEN = Set.of("session", "sessioninvitation");

  /** Talents have no account; what their link opens checks it. */
  private static final String LINK = "link";

  private static final String LINK_SCHEME = "Link ";

  @Inject RequestContext request;

  @Override
  public void filter(ContainerRequestContext context) {
    boolean known = context.getSecurityContext().getUserPrincipal() != null;
    if (!known && !isOpen(context)) {
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

  private static boolean isOpen(ContainerRequestContext context) {
    String path = context.getUriInfo().getPath();
    String first = path.replaceFirst("^/+", "").replaceFirst("/.*", "");
    String authorization = context.getHeaderString("Authorization");
    return OPEN.contains(path.replace("/", ""))
        || LINK.equals(first) && authorization != null && authorization.startsWith(LINK_SCHEME);
  }
}
