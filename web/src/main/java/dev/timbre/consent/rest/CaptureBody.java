package dev.timbre.consent.rest;

import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.platform.rest.Given;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A question to a talent as callers see it.
 *
 * @param consent the consent it extends or, once confirmed, made
 * @param version the version that the talent's yes made
 * @param state open, confirmed, declined, revoked or expired
 * @param zone whose days the first and the last one are, by its IANA name; absent where nobody has
 *     said
 * @param url the link for the talent, only in the answer that made it
 */
public record CaptureBody(
    UUID id,
    UUID talent,
    UUID consent,
    UUID version,
    UUID brand,
    Set<UUID> brands,
    Set<String> purposes,
    Set<String> channels,
    Set<String> territories,
    Set<String> languages,
    Instant validFrom,
    Instant validUntil,
    String zone,
    UUID statement,
    String locale,
    String nonce,
    String statementDigest,
    String state,
    Instant createdAt,
    Instant expiresAt,
    Instant decidedAt,
    String reason,
    String url) {

  static CaptureBody of(ConsentCapture capture) {
    return of(capture, null);
  }

  static CaptureBody of(ConsentCapture capture, String url) {
    ConsentScope scope = capture.scope();
    return new CaptureBody(
        capture.getId(),
        capture.getTalent().getId(),
        capture.getConsentId(),
        capture.getConsentVersionId(),
        capture.getBrandId(),
        scope.brandIds(),
        names(scope.purposes()),
        names(scope.channels()),
        scope.territories(),
        scope.languages(),
        scope.validFrom(),
        scope.validUntil(),
        zone(scope),
        capture.getStatement().getId(),
        capture.getStatement().getLocale(),
        capture.getNonce(),
        capture.getStatementDigest(),
        Given.name(capture.getState()),
        capture.getCreatedAt(),
        capture.getExpiresAt(),
        capture.getDecidedAt(),
        capture.getDeclineReason(),
        url);
  }

  static String zone(ConsentScope scope) {
    return scope.zone() == null ? null : scope.zone().getId();
  }

  static Set<String> names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Given::name).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "CaptureBody[" + id + "]";
  }
}
