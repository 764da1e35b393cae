package dev.timbre.speech.rest;

import dev.timbre.audio.entity.VoiceTraits;
import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.OperationsResource.OperationBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.speech.control.drift.DriftWatches;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.voice.control.VoiceCatalogue;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Watches over how voices sound. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drift", description = "Whether voices still sound as they did.")
public class DriftResource {

  @Inject DriftWatches watches;
  @Inject VoiceCatalogue voices;
  @Inject OperationCatalogue operations;

  /**
   * What is to be said how often.
   *
   * @param phrase the same words each time, at most 300 characters; each check costs what they cost
   * @param everyDays 1 to 365
   * @param active false to check only when somebody asks
   */
  public record DriftPlan(String phrase, Integer everyDays, boolean active) {}

  /**
   * How a voice is watched.
   *
   * @param byBrand whether it follows its brand's policy; false for a plan of its own
   * @param baseline the check that others are compared with; absent until one is measured
   */
  public record DriftWatchBody(
      UUID voice,
      String phrase,
      int everyDays,
      boolean active,
      boolean byBrand,
      Instant nextDueAt,
      UUID baseline) {

    static DriftWatchBody of(DriftWatch watch) {
      return new DriftWatchBody(
          watch.getVoiceId(),
          watch.getPhrase(),
          watch.plan().everyDays(),
          watch.plan().active(),
          watch.isByBrand(),
          watch.getNextDueAt(),
          watch.getBaselineId());
    }
  }

  /**
   * One time that the phrase was spoken and measured.
   *
   * @param speech where the audio is; absent, as the clone, until the phrase goes out
   * @param state under_way, baseline, steady, drifted or failed
   * @param seconds from the first sound to the last
   * @param pitchHz median of the fundamental frequency
   * @param loudnessLufs integrated loudness
   * @param baseline what it was compared with
   * @param note what went wrong
   */
  public record DriftCheckBody(
      UUID id,
      UUID voice,
      @JsonbProperty("clone") UUID cloneId,
      UUID speech,
      String state,
      Double seconds,
      Double pitchHz,
      Double loudnessLufs,
      UUID baseline,
      String note,
      Instant createdAt) {

    static DriftCheckBody of(DriftCheck check) {
      VoiceTraits traits = check.getTraits();
      return new DriftCheckBody(
          check.getId(),
          check.getVoiceId(),
          check.getCloneId(),
          check.getSpeechId(),
          Given.name(check.getState()),
          traits == null ? null : traits.seconds(),
          traits == null ? null : traits.pitchHz(),
          traits == null ? null : traits.loudnessLufs(),
          check.getBaselineId(),
          check.getNote(),
          check.getCreatedAt());
    }
  }

  @GET
  @Path("voices/{id}/drift-watch")
  @Operation(operationId = "getDriftWatch", summary = "Read how a voice is watched")
  @APIResponseSchema(value = DriftWatchBody.class, responseCode = "200")
  public Response get(@PathParam("id") String voice) {
    DriftWatch watch =
        watches
            .find(voices.get(voice).getId())
            .orElseThrow(() -> new NotFound("drift-watch-not-found", "The voice is not watched."));
    return EntityTags.ok(watch, DriftWatchBody.of(watch));
  }

  /** Send {@code If-Match: *} for the first time. */
  @PUT
  @Path("voices/{id}/drift-watch")
  @Operation(operationId = "replaceDriftWatch", summary = "Say what a voice is to speak how often")
  @APIResponseSchema(value = DriftWatchBody.class, responseCode = "200")
  public Response plan(
      @PathParam("id") String voice, @HeaderParam("If-Match") String ifMatch, DriftPlan plan) {
    Long version = EntityTags.required(ifMatch);
    int days = Given.required("everyDays", Given.body(plan).everyDays());
    watches.plan(
        voices.get(voice).getId(),
        version,
        new DriftWatch.Plan(plan.phrase(), days, plan.active()));
    return get(voice);
  }

  @DELETE
  @Path("voices/{id}/drift-watch")
  @Operation(
      operationId = "giveUpDriftWatch",
      summary = "Give a voice's own plan up for its brand's policy")
  @APIResponseSchema(value = DriftWatchBody.class, responseCode = "200")
  public Response followBrand(
      @PathParam("id") String voice, @HeaderParam("If-Match") String ifMatch) {
    Long version = EntityTags.required(ifMatch);
    watches.followBrand(voices.get(voice).getId(), version);
    return get(voice);
  }

  /** Speaks the phrase, which is charged, and compares. */
  @POST
  @Path("voices/{id}/drift-checks")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "checkDrift", summary = "Check now how a voice sounds")
  @APIResponseSchema(value = OperationBody.class, responseCode = "202")
  public Response check(@PathParam("id") String voice) {
    UUID operation = watches.check(voices.get(voice).getId());
    return Response.accepted(OperationBody.of(operations.get(operation)))
        .location(URI.create("operations/" + operation))
        .build();
  }

  @GET
  @Path("voices/{id}/drift-checks")
  @Operation(operationId = "listDriftChecks", summary = "List the checks of a voice")
  public PageBody<DriftCheckBody> list(
      @PathParam("id") String voice, @BeanParam PageParameters page) {
    return PageBody.of(
        watches.checks(voices.get(voice).getId(), page.request()), DriftCheckBody::of);
  }

  /** Later checks are compared with this one. */
  @POST
  @Path("drift-checks/{id}/baseline")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "setDriftBaseline", summary = "Compare with this check from now on")
  public DriftCheckBody compareWith(@PathParam("id") UUID check) {
    return DriftCheckBody.of(watches.compareWith(check));
  }
}
