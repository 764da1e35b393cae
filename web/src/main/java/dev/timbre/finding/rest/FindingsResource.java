package dev.timbre.finding.rest;

import dev.timbre.finding.control.FindingCatalogue;
import dev.timbre.finding.control.FindingDecisions;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings. */
@Path("findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "Matters that a check found and a person should decide.")
public class FindingsResource {

  @Inject FindingCatalogue findings;
  @Inject FindingDecisions decisions;

  /**
   * How a matter is settled.
   *
   * @param remedy one of the finding's remedies; absent when it is settled by other means
   * @param reason how it was settled; needed without a remedy
   */
  public record Resolution(String remedy, String reason) {}

  /** Why the company lives with it. */
  public record Ignoring(String reason) {}

  /**
   * A finding as callers see it.
   *
   * @param brand absent when it is the company's matter
   * @param facts what was seen, by name: ids, states and numbers
   * @param remedies what can be done about it with one call
   * @param remedy the one that was taken
   * @param lastSeenAt when a check last saw it
   */
  public record FindingBody(
      UUID id,
      String kind,
      UUID brand,
      UUID subject,
      Map<String, String> facts,
      String state,
      List<String> remedies,
      String remedy,
      String reason,
      String decidedBy,
      Instant decidedAt,
      Instant createdAt,
      Instant lastSeenAt) {}

  @GET
  @Operation(operationId = "listFindings", summary = "List findings")
  public PageBody<FindingBody> list(
      @QueryParam("brand") UUID brand,
      @QueryParam("kind") String kind,
      @QueryParam("state") String state,
      @QueryParam("subject") UUID subject,
      @BeanParam PageParameters page) {
    FindingCatalogue.Wanted wanted =
        new FindingCatalogue.Wanted(
            brand,
            Given.constant("kind", kind, FindingKind.class),
            Given.constant("state", state, FindingState.class),
            subject);
    return PageBody.of(findings.page(wanted, page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getFinding", summary = "Read a finding with its remedies")
  @APIResponseSchema(value = FindingBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Finding finding = findings.get(id);
    return EntityTags.ok(finding, body(finding));
  }

  /** Takes a remedy, or writes down that the matter is settled by other means. */
  @POST
  @Path("{id}/resolution")
  @Operation(operationId = "resolveFinding", summary = "Take a remedy, or say how it was settled")
  @APIResponseSchema(value = FindingBody.class, responseCode = "200")
  public Response resolve(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Resolution how) {
    Given.body(how);
    decisions.resolve(id, EntityTags.optional(ifMatch), how.remedy(), how.reason());
    return get(id);
  }

  /** Being seen again does not open it. */
  @POST
  @Path("{id}/ignoring")
  @Operation(operationId = "ignoreFinding", summary = "Decide to live with it, with a reason")
  @APIResponseSchema(value = FindingBody.class, responseCode = "200")
  public Response ignore(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Ignoring why) {
    decisions.ignore(id, EntityTags.optional(ifMatch), Given.body(why).reason());
    return get(id);
  }

  /** What a remedy has done stays done. */
  @POST
  @Path("{id}/reopening")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "reopenFinding", summary = "Take the decision about a finding back")
  @APIResponseSchema(value = FindingBody.class, responseCode = "200")
  public Response reopen(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    decisions.reopen(id, EntityTags.optional(ifMatch));
    return get(id);
  }

  private FindingBody body(Finding f) {
    return new FindingBody(
        f.getId(),
        Given.name(f.getKind()),
        f.getBrandId(),
        f.getSubjectId(),
        f.getFacts().values(),
        Given.name(f.getState()),
        decisions.remediesFor(f),
        f.getRemedy(),
        f.getReason(),
        f.getDecider() == null ? null : f.getDecider().toString(),
        f.getDecidedAt(),
        f.getCreatedAt(),
        f.getLastSeenAt());
  }
}
