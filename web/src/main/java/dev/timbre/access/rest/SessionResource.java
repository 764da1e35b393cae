package dev.timbre.access.rest;

import dev.timbre.access.control.Authentication;
import dev.timbre.access.control.Identity;
import dev.timbre.access.control.InvitationAcceptance;
import dev.timbre.access.control.OwnProfile;
import dev.timbre.access.control.SignIn;
import dev.timbre.access.entity.InvitationToken;
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
  @Inject OwnProfile profile;
  @Inject InvitationAcceptance invitations;
  @Inject ConsoleSession session;

  /** Who wants in. */
  public record Credentials(String username, String password) {

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /** The password that is right now, and the one that is wanted. */
  public record NewPassword(String current, String password) {

    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }

  /** What an invitation's link carries behind its #, and the password that is wanted. */
  public record InvitedPassword(String token, String password) {

    @Override
    public String toString() {
      return "InvitedPassword[]";
    }
  }

  /** Who is in, with their roles. */
  public record SessionBody(UUID person, Set<String> roles) {}

  @POST
  @Operation(operationId = "signIn", summary = "Sign in with a password; sets the session cookie")
  public SessionBody signIn(Credentials credentials, @Context HttpServletRequest request) {
    String username = Given.required("username", Given.body(credentials).username());
    String password = Given.required("password", credentials.password());
    SignIn signIn =
        authentication
            .byPassword(username, password)
            .orElseThrow(
                () -> new NotAllowed("sign-in-refused", "User name or password is not right."));
    session.begin(request, signIn);
    Identity identity = signIn.identity();
    return new SessionBody(identity.actor().id(), identity.groups());
  }

  /** Replaces one's own password; every other session of one's own ends. */
  @POST
  @Path("password")
  @Operation(
      operationId = "changePassword",
      summary = "Change one's own password; ends all other sessions")
  @APIResponse(responseCode = "204")
  public Response changePassword(NewPassword wanted, @Context HttpServletRequest request) {
    String current = Given.required("current", Given.body(wanted).current());
    String next = Given.required("password", wanted.password());
    profile.changePassword(current, next, session.id(request).orElse(null));
    return Response.noContent().build();
  }

  /** Sets the password of whoever the link was made for, and opens no session. */
  @POST
  @Path("invitation")
  @Operation(
      operationId = "acceptInvitation",
      summary = "Set the first or a forgotten password with an invitation's token")
  @APIResponse(responseCode = "204")
  public Response accept(InvitedPassword wanted) {
    String token = Given.required("token", Given.body(wanted).token());
    String password = Given.required("password", wanted.password());
    invitations.accept(new InvitationToken(token), password);
    return Response.noContent().build();
  }

  @DELETE
  @Operation(operationId = "signOut", summary = "Sign out")
  @APIResponse(responseCode = "204")
  public Response signOut(@Context HttpServletRequest request) {
    session.id(request).ifPresent(authentication::signOut);
    session.end(request);
    return Response.noContent().build();
  }
}
