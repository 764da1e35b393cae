package dev.timbre.speech.rest;

import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.platform.rest.Given;
import dev.timbre.speech.control.SpeechGrounds;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The consent behind a speech. */
@Path("speeches/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speech", description = "Governed synthesis: text in, audio out.")
public class SpeechConsentResource {

  @Inject SpeechGrounds grounds;
  @Inject Clock clock;

  /** A piece of evidence, by what does not change when its words are erased. */
  public record Evidence(UUID id, String kind, String sha256, Instant createdAt) {

    static Evidence of(ConsentEvidence e) {
      return new Evidence(e.getId(), Given.name(e.getKind()), e.getSha256(), e.getCreatedAt());
    }
  }

  /**
   * The consent that a speech rested on.
   *
   * @param number of the version that was pinned
   * @param inForceThen whether it could be rested on when the speech was decided
   * @param withdrawnAt when the talent withdrew since; absent if they did not
   * @param expired whether the version's validity is over by now
   */
  public record SpeechConsentBody(
      UUID speech,
      Instant spokenAt,
      UUID consent,
      UUID version,
      int number,
      Set<String> purposes,
      Set<String> channels,
      Set<String> territories,
      Set<String> languages,
      Instant validFrom,
      Instant validUntil,
      boolean inForceThen,
      Instant withdrawnAt,
      boolean expired,
      List<Evidence> evidence) {

    static SpeechConsentBody of(SpeechGrounds.Grounds grounds, Instant now) {
      ConsentVersion version = grounds.version();
      ConsentScope scope = version.scope();
      return new SpeechConsentBody(
          grounds.speech().getId(),
          grounds.speech().getCreatedAt(),
          version.getConsent().getId(),
          version.getId(),
          version.getNumber(),
          names(scope.purposes()),
          names(scope.channels()),
          scope.territories(),
          scope.languages(),
          scope.validFrom(),
          scope.validUntil(),
          grounds.inForceThen(),
          grounds.withdrawnAt(),
          scope.validUntil() != null && !now.isBefore(scope.validUntil()),
          grounds.evidence().stream().map(Evidence::of).toList());
    }

    private static Set<String> names(Set<? extends Enum<?>> constants) {
      return constants.stream().map(Given::name).collect(Collectors.toSet());
    }
  }

  @GET
  @Operation(
      operationId = "getSpeechConsent",
      summary = "Read which consent stood behind a speech on its day")
  public SpeechConsentBody get(@PathParam("id") UUID id) {
    return SpeechConsentBody.of(grounds.of(id), clock.instant());
  }
}
