package dev.timbre.consent.rest;

import dev.timbre.consent.control.LinkView;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a talent's link shows to whoever holds it.
 *
 * @param kind capture, to be answered once; or consent, to be looked at and withdrawn
 * @param brands names, the asking one first
 * @param zone whose days the first and the last one are, by its IANA name; absent where nobody has
 *     said
 * @param statement what to read aloud; absent for a consent
 * @param expiresAt until when a question can be answered
 * @param inForce whether a consent can be rested on now
 * @param agreedAt when they agreed to what counts now
 * @param nextFrom when something else begins to count that they have agreed to as well; absent when
 *     there is nothing such
 */
public record LinkBody(
    String kind,
    String company,
    String talent,
    List<String> brands,
    Set<String> purposes,
    Set<String> channels,
    Set<String> territories,
    Set<String> languages,
    Instant validFrom,
    Instant validUntil,
    String zone,
    Statement statement,
    Instant expiresAt,
    Boolean inForce,
    Instant agreedAt,
    Instant withdrawnAt,
    Instant nextFrom) {

  /**
   * What to read aloud.
   *
   * @param digest SHA-256 of the text in UTF-8, to be sent back with the answer
   * @param recordedSeconds length of what was recorded so far
   * @param longestSeconds how long a recording may be
   */
  public record Statement(
      String locale,
      String text,
      String digest,
      String nonce,
      Double recordedSeconds,
      long longestSeconds) {}

  static LinkBody of(LinkView view, Instant now) {
    ConsentScope scope = view.scope();
    ConsentCapture capture = view.capture();
    Consent consent = view.consent();
    return new LinkBody(
        capture == null ? "consent" : "capture",
        view.company(),
        view.talent(),
        view.brands(),
        CaptureBody.names(scope.purposes()),
        CaptureBody.names(scope.channels()),
        scope.territories(),
        scope.languages(),
        scope.validFrom(),
        scope.validUntil(),
        CaptureBody.zone(scope),
        capture == null ? null : statement(capture, view.longestSeconds()),
        capture == null ? null : capture.getExpiresAt(),
        consent == null ? null : consent.isInForce(now),
        consent == null ? null : view.version().getCreatedAt(),
        consent == null ? null : consent.getWithdrawnAt(),
        consent == null ? null : nextFrom(consent, now));
  }

  private static Instant nextFrom(Consent consent, Instant now) {
    return consent.versionsFrom(now).stream()
        .filter(version -> !version.equals(consent.countingAt(now)))
        .map(ConsentVersion::getValidFrom)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Statement statement(ConsentCapture capture, long longestSeconds) {
    return new Statement(
        capture.getStatement().getLocale(),
        capture.getStatementText(),
        capture.getStatementDigest(),
        capture.getNonce(),
        capture.getRecordingSeconds(),
        longestSeconds);
  }

  @Override
  public String toString() {
    return "LinkBody[" + kind + "]";
  }
}
