package dev.timbre.access.rest;

import dev.timbre.access.control.Authentication;
import dev.timbre.access.control.Identity;
import dev.timbre.access.web.ConsoleSession;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The console's session, for scripts that begin with a person's password. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Sign in and out with a person's password.")
public class SessionResource {

  @Inject Authentication authentication;
  @Inject ConsoleSession session;

  /** Who wants in. */
  public record Credentials(String username, String password) {

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /** Who is in, with their roles. */
  public record SessionBody(UUID person, Set<String> roles) {}

  @POST
  @Operation(operationId = "signIn", summary = "Sign in with a password; sets the session cookie")
  public SessionBody signIn(Credentials credentials, @Context HttpServletRequest request) {
    String username = Given.required("username", Given.body(credentials).username());
    String password = Given.required("password", credentials.password());
    Identity identity =
        authentication
            .byPassword(username, password)
            .orElseThrow(
                () -> new NotAllowed("sign-in-refused", "User name or password is not right."));
    session.begin(request, identity.actor().id());
    return new SessionBody(identity.actor().id(), identity.groups());
  }

  @DELETE
  @Operation(operationId = "signOut", summary = "Sign out")
  @APIResponse(responseCode = "204")
  public Response signOut(@Context HttpServletRequest request) {
    session.person(request).ifPresent(authentication::signOut);
    session.end(request);
    return Response.noContent().build();
  }
}
