package dev.timbre.consent.rest;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.consent.control.CaptureRequests;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.control.EvidenceKeeping;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStanding;
import dev.timbre.consent.entity.EvidenceKind;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.FileResponse;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.platform.rest.Uploads;
import dev.timbre.storage.control.StoredAudio;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consents. */
@Path("consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents", description = "What talents agreed to, and that they no longer do.")
public class ConsentsResource {

  @Inject ConsentLedger consents;
  @Inject EvidenceKeeping evidence;
  @Inject CaptureRequests captures;
  @Inject Clock clock;

  /**
   * What a talent agrees to.
   *
   * @param talent not needed for a further version
   * @param territories ISO 3166-1 codes, EU for its countries, or WORLD
   * @param languages BCP 47
   * @param validFrom RFC 3339; absent for now
   * @param validUntil RFC 3339; absent for no end
   * @param statement the words they agreed to; may be absent
   */
  public record NewConsent(
      UUID talent,
      Set<UUID> brands,
      Set<String> purposes,
      Set<String> channels,
      Set<String> territories,
      Set<String> languages,
      String validFrom,
      String validUntil,
      String statement) {

    ConsentScope scope(Instant now) {
      Instant from = Given.instant("validFrom", validFrom);
      return new ConsentScope(
          brands,
          Given.constants("purposes", purposes, Purpose.class),
          Given.constants("channels", channels, Channel.class),
          territories,
          languages,
          from == null ? now : from,
          Given.instant("validUntil", validUntil));
    }
  }

  /** Why; may be absent. */
  public record Withdrawal(String reason) {}

  /** A piece of evidence. */
  public record EvidenceBody(
      UUID id, String kind, String filename, String sha256, Instant createdAt) {

    public static EvidenceBody of(ConsentEvidence e) {
      return new EvidenceBody(
          e.getId(), Given.name(e.getKind()), e.getFilename(), e.getSha256(), e.getCreatedAt());
    }
  }

  @POST
  @Operation(
      operationId = "createConsent",
      summary = "Record a consent",
      description =
          "territories are ISO 3166-1 codes, WORLD, or EU, which stands for the countries that are"
              + " in it now and is answered as these.")
  @APIResponseSchema(value = ConsentBody.class, responseCode = "201")
  public Response create(NewConsent wanted) {
    Given.body(wanted);
    UUID talent = Given.required("talent", wanted.talent());
    UUID id = consents.create(talent, wanted.scope(clock.instant()), wanted.statement());
    Consent consent = consents.get(id);
    return EntityTags.created("consents", consent, body(consent));
  }

  @GET
  @Operation(operationId = "listConsents", summary = "List consents")
  public PageBody<ConsentBody> list(
      @QueryParam("talent") UUID talent,
      @QueryParam("standing") String standing,
      @BeanParam PageParameters page) {
    ConsentStanding wanted = Given.constant("standing", standing, ConsentStanding.class);
    return PageBody.of(consents.page(talent, wanted, page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getConsent", summary = "Read a consent with all its versions")
  @APIResponseSchema(value = ConsentBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    Consent consent = consents.get(id);
    Instant at = Given.instant("asOf", asOf);
    return EntityTags.ok(consent, at == null ? body(consent) : ConsentBody.asOf(consent, at));
  }

  /**
   * A link by which the talent can see and withdraw the consent, when theirs is lost; that one
   * opens nothing any more.
   */
  @POST
  @Path("{id}/link")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "linkToConsent",
      summary = "Make a link for the talent to see and withdraw it; shown only in this answer")
  public LinkResource.AgreedBody link(@PathParam("id") UUID id, @Context UriInfo uri) {
    return new LinkResource.AgreedBody(
        CapturesResource.url(uri, "my-consent.xhtml", "en", captures.linkToConsent(id)));
  }

  /** Adds a version that counts from now on. */
  @POST
  @Path("{id}/versions")
  @Operation(operationId = "addConsentVersion", summary = "Add a version that counts from now on")
  @APIResponseSchema(value = ConsentBody.class, responseCode = "200")
  public Response extend(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewConsent wanted) {
    Long version = EntityTags.required(ifMatch);
    Given.body(wanted);
    consents.extend(id, version, wanted.scope(clock.instant()), wanted.statement());
    return get(id, null);
  }

  @POST
  @Path("{id}/withdrawal")
  @Operation(
      operationId = "withdrawConsent",
      summary = "Withdraw a consent; its voices stop at once")
  @APIResponseSchema(value = ConsentBody.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id, Withdrawal withdrawal) {
    consents.withdraw(id, withdrawal == null ? null : withdrawal.reason());
    return get(id, null);
  }

  @POST
  @Path("{id}/evidence")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "addConsentEvidence",
      summary = "Upload evidence for the version that counts")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "PageBodyEvidenceBody")))
  public Response addEvidence(
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(ref = "EvidenceUpload")))
          List<EntityPart> parts) {
    Uploads form = new Uploads(parts);
    EvidenceKind given =
        Given.constant("kind", form.field("kind").orElse(null), EvidenceKind.class);
    EvidenceKind kind = given == null ? EvidenceKind.DOCUMENT : given;
    form.file(
        "file",
        EvidenceKeeping.MAX_BYTES,
        (file, name) -> evidence.add(id, kind, name == null ? "evidence" : name, file));
    return Response.status(Response.Status.CREATED).entity(listEvidence(id)).build();
  }

  /** Documents are downloads; only a recorded statement, which was checked, plays in place. */
  @GET
  @Path("{id}/evidence/{evidence}")
  @Produces({"audio/*", MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Operation(operationId = "getConsentEvidence", summary = "Fetch a piece of evidence")
  public Response getEvidence(
      @PathParam("id") UUID id,
      @PathParam("evidence") UUID evidenceId,
      @Context Request request,
      @Context HttpHeaders headers) {
    ConsentEvidence piece = evidence.get(id, evidenceId);
    StoredAudio content = evidence.content(id, evidenceId);
    String type = piece.isSound() ? content.mediaType() : MediaType.APPLICATION_OCTET_STREAM;
    Response found = FileResponse.of(content.file(), type, content.sha256(), request, headers);
    return piece.isSound()
        ? found
        : Response.fromResponse(found).header("Content-Disposition", "attachment").build();
  }

  /** The evidence of the version that counts, and of what was noted ahead. */
  @GET
  @Path("{id}/evidence")
  @Operation(
      operationId = "listConsentEvidence",
      summary = "List the evidence of the version that counts, and of those noted ahead")
  public PageBody<EvidenceBody> listEvidence(@PathParam("id") UUID id) {
    return new PageBody<>(
        consents.get(id).versionsFrom(clock.instant()).stream()
            .flatMap(version -> evidence.of(version.getId()).stream())
            .map(EvidenceBody::of)
            .toList(),
        null);
  }

  private ConsentBody body(Consent consent) {
    return ConsentBody.of(consent, clock.instant());
  }
}
