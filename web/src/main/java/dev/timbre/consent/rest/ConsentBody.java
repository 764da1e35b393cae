package dev.timbre.consent.rest;

import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.rest.Given;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A consent as callers see it.
 *
 * @param inForce whether it can be rested on now
 * @param counting number of the version that counts: the newest that has begun, or of none the
 *     newest
 * @param versions oldest first, what was noted ahead included
 */
public record ConsentBody(
    UUID id,
    UUID talent,
    boolean inForce,
    int counting,
    Instant withdrawnAt,
    Instant createdAt,
    List<Version> versions) {

  /**
   * One version.
   *
   * @param zone whose days the first and the last one are, by its IANA name; absent where nobody
   *     has said
   */
  public record Version(
      UUID id,
      int number,
      Set<UUID> brands,
      Set<String> purposes,
      Set<String> channels,
      Set<String> territories,
      Set<String> languages,
      Instant validFrom,
      Instant validUntil,
      String zone,
      String statement,
      Instant createdAt) {

    public static Version of(ConsentVersion version) {
      ConsentScope scope = version.scope();
      return new Version(
          version.getId(),
          version.getNumber(),
          scope.brandIds(),
          names(scope.purposes()),
          names(scope.channels()),
          scope.territories(),
          scope.languages(),
          scope.validFrom(),
          scope.validUntil(),
          CaptureBody.zone(scope),
          version.getStatement(),
          version.getCreatedAt());
    }

    private static Set<String> names(Set<? extends Enum<?>> constants) {
      return constants.stream().map(Given::name).collect(Collectors.toSet());
    }
  }

  /**
   * The consent as it stood at an instant, by what was known then.
   *
   * @throws NotFound when it was not there yet
   */
  static ConsentBody asOf(Consent consent, Instant at) {
    ConsentVersion counting =
        consent
            .versionAt(at)
            .orElseThrow(
                () ->
                    new NotFound(
                        "consent-not-yet",
                        "Consent "
                            + consent.getId()
                            + " was first noted on "
                            + consent.getCreatedAt()
                            + "."));
    return new ConsentBody(
        consent.getId(),
        consent.getTalent().getId(),
        consent.wasInForceAt(at),
        counting.getNumber(),
        consent.isWithdrawnAt(at) ? consent.getWithdrawnAt() : null,
        consent.getCreatedAt(),
        consent.getVersions().stream()
            .filter(version -> !version.getCreatedAt().isAfter(at))
            .map(Version::of)
            .toList());
  }

  static ConsentBody of(Consent consent, Instant now) {
    return new ConsentBody(
        consent.getId(),
        consent.getTalent().getId(),
        consent.isInForce(now),
        consent.countingAt(now).getNumber(),
        consent.getWithdrawnAt(),
        consent.getCreatedAt(),
        consent.getVersions().stream().map(Version::of).toList());
  }
}
