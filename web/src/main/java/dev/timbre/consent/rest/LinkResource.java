package dev.timbre.consent.rest;

import dev.timbre.consent.control.LinkView;
import dev.timbre.consent.control.TalentSelfService;
import dev.timbre.consent.entity.CaptureAgreement;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.Uploads;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What a talent does with the link they were sent. The link's token comes in the header, as {@code
 * Authorization: Link tml_…}, and never in an address, which logs and histories keep.
 */
@Path("link")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Links", description = "What talents do by themselves, with a link and no account.")
public class LinkResource {

  private static final String SCHEME = "Link ";

  @Inject TalentSelfService talents;
  @Inject Clock clock;

  /**
   * The talent's yes.
   *
   * @param nonce the one that was on their screen
   * @param statementDigest SHA-256 of the words that were on their screen
   */
  public record Agreement(String nonce, String statementDigest) {}

  /** Why not; may be absent. */
  public record Refusal(String reason) {}

  /** A recording that was taken. */
  public record RecordedBody(double seconds) {}

  /**
   * What came of a yes.
   *
   * @param url where the talent can see and withdraw the consent later; shown only here
   */
  public record AgreedBody(String url) {

    @Override
    public String toString() {
      return "AgreedBody[…]";
    }
  }

  /** When the consent was withdrawn. */
  public record WithdrawnBody(Instant withdrawnAt) {}

  @GET
  @Operation(operationId = "openLink", summary = "See what a link is about")
  public LinkBody open(
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
    return LinkBody.of(talents.open(token(authorization)), clock.instant());
  }

  @POST
  @Path("recording")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "recordStatement",
      summary = "Upload the statement as read aloud; a further one replaces it")
  public RecordedBody record(
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(ref = "StatementUpload")))
          List<EntityPart> parts) {
    LinkToken token = token(authorization);
    return new RecordedBody(
        new Uploads(parts)
            .file(
                "file", TalentSelfService.MAX_BYTES, (file, name) -> talents.record(token, file)));
  }

  @POST
  @Path("confirmation")
  @Operation(operationId = "confirmCapture", summary = "Agree; the link is used up")
  @APIResponseSchema(value = AgreedBody.class, responseCode = "200")
  public AgreedBody confirm(
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
      @Parameter(hidden = true) @HeaderParam("User-Agent") String device,
      @Context UriInfo uri,
      Agreement given) {
    Given.body(given);
    LinkToken token = token(authorization);
    LinkView asked = talents.open(token);
    LinkToken later =
        talents.confirm(
            token,
            new CaptureAgreement(
                Given.required("nonce", given.nonce()),
                Given.required("statementDigest", given.statementDigest()),
                device == null ? null : LinkToken.digestOf(device)));
    // only a question can be confirmed, so there is one
    String language = asked.capture().getStatement().getLocale();
    return new AgreedBody(CapturesResource.url(uri, "my-consent.xhtml", language, later));
  }

  @POST
  @Path("refusal")
  @Operation(operationId = "declineCapture", summary = "Decline; the link is used up")
  @APIResponse(responseCode = "204")
  public Response decline(
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
      Refusal refusal) {
    talents.decline(token(authorization), refusal == null ? null : refusal.reason());
    return Response.noContent().build();
  }

  @POST
  @Path("withdrawal")
  @Operation(
      operationId = "withdrawByLink",
      summary = "Withdraw the consent; its voices stop at once")
  public WithdrawnBody withdraw(
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
      Refusal refusal) {
    return new WithdrawnBody(
        talents.withdraw(token(authorization), refusal == null ? null : refusal.reason()));
  }

  private static LinkToken token(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 5)) {
      throw new NotAllowed(
          "link-missing", "Send the token of the link as 'Authorization: Link <token>'.");
    }
    return new LinkToken(authorization.substring(SCHEME.length()).strip());
  }
}
