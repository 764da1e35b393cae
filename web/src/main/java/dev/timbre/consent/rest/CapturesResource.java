package dev.timbre.consent.rest;

import dev.timbre.consent.control.CaptureRequests;
import dev.timbre.consent.entity.CaptureState;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions to talents, asked through links. */
@Path("captures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Captures", description = "Asking talents for their consent through links.")
public class CapturesResource {

  @Inject CaptureRequests captures;
  @Inject Clock clock;

  /**
   * What to ask a talent.
   *
   * @param consent the consent to extend; absent for a new one
   * @param talent needed for a new consent
   * @param brand who asks; one of the brands
   * @param locale the talent's language, in which the brand has a statement
   * @param territories ISO 3166-1 codes, EU for its countries, or WORLD
   * @param languages BCP 47
   * @param validFrom RFC 3339; absent for now
   * @param validUntil RFC 3339; absent for no end
   */
  public record NewCapture(
      UUID consent,
      UUID talent,
      UUID brand,
      String locale,
      Set<UUID> brands,
      Set<String> purposes,
      Set<String> channels,
      Set<String> territories,
      Set<String> languages,
      String validFrom,
      String validUntil) {

    private ConsentsResource.NewConsent scope() {
      return new ConsentsResource.NewConsent(
          talent, brands, purposes, channels, territories, languages, validFrom, validUntil, null);
    }
  }

  @POST
  @Operation(
      operationId = "requestCapture",
      summary = "Ask a talent through a link, shown only in this answer")
  @APIResponseSchema(value = CaptureBody.class, responseCode = "201")
  public Response ask(NewCapture wanted, @Context UriInfo uri) {
    Given.body(wanted);
    if (wanted.consent() == null) {
      Given.required("talent", wanted.talent());
    }
    CaptureRequests.Issued issued =
        captures.ask(
            new CaptureRequests.Asking(
                wanted.consent(),
                wanted.talent(),
                Given.required("brand", wanted.brand()),
                Given.required("locale", wanted.locale()),
                wanted.scope().scope(clock.instant())));
    ConsentCapture capture = captures.get(issued.id());
    return EntityTags.created("captures", capture, body(capture, issued, uri));
  }

  @GET
  @Operation(operationId = "listCaptures", summary = "List what talents were asked")
  public PageBody<CaptureBody> list(
      @QueryParam("talent") UUID talent,
      @QueryParam("state") String state,
      @BeanParam PageParameters page) {
    CaptureState wanted = Given.constant("state", state, CaptureState.class);
    return PageBody.of(captures.page(talent, wanted, page.request()), CaptureBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getCapture", summary = "Read what a talent was asked, and the answer")
  public CaptureBody get(@PathParam("id") UUID id) {
    return CaptureBody.of(captures.get(id));
  }

  /** A new link with a new nonce; the earlier one opens nothing any more. */
  @POST
  @Path("{id}/link")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "resendCapture", summary = "Make a new link for the same question")
  public CaptureBody sendAgain(@PathParam("id") UUID id, @Context UriInfo uri) {
    CaptureRequests.Issued issued = captures.sendAgain(id);
    return body(captures.get(id), issued, uri);
  }

  @POST
  @Path("{id}/revocation")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "revokeCapture", summary = "Take a question back; its link stops")
  public CaptureBody revoke(@PathParam("id") UUID id) {
    return CaptureBody.of(captures.revoke(id));
  }

  private static CaptureBody body(
      ConsentCapture capture, CaptureRequests.Issued issued, UriInfo uri) {
    return CaptureBody.of(
        capture,
        issued
            .token()
            .map(token -> url(uri, "capture.xhtml", capture.getStatement().getLocale(), token))
            .orElse(null));
  }

  /** The token stands behind the hash, which browsers keep to themselves. */
  static String url(UriInfo uri, String page, String language, LinkToken token) {
    return uri.getBaseUri().resolve("../../" + page) + "?lang=" + language + "#" + token.reveal();
  }
}
