package dev.timbre.voice.rest;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.rest.Given;
import dev.timbre.voice.entity.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is, was or may be approved of a voice.
 *
 * @param state draft, submitted, rejected, approved, accepted or abandoned
 * @param basis the revision that it was made from; absent for the first
 * @param changes what differs from its basis; only in the list of revisions
 * @param firstApprovedBy the first of two approvers, where the brand asks for two
 * @param decidedBy who rejected it, or gave the last approval
 */
public record RevisionBody(
    UUID id,
    int number,
    String state,
    UUID basis,
    UUID recording,
    UUID promptRecording,
    UUID consent,
    UUID consentVersion,
    VoiceBody.Options options,
    boolean frozen,
    Instant submittedAt,
    String submittedBy,
    Instant firstApprovedAt,
    String firstApprovedBy,
    Instant decidedAt,
    String decidedBy,
    String reason,
    List<Difference> changes) {

  /**
   * One part before and after.
   *
   * @param field for example recording or previewText
   */
  public record Difference(String field, String before, String after) {

    static Difference of(Change change) {
      return new Difference(change.field(), change.before(), change.after());
    }
  }

  static RevisionBody of(Revision revision) {
    return revision == null ? null : of(revision, null);
  }

  /** With what differs from its basis, which is one of the others. */
  static RevisionBody of(Revision revision, List<Revision> others) {
    return new RevisionBody(
        revision.getId(),
        revision.getNumber(),
        Given.name(revision.getState()),
        revision.getBasisId(),
        revision.getRecordingId(),
        revision.getPromptRecordingId(),
        revision.getConsentId(),
        revision.getConsentVersionId(),
        VoiceBody.Options.of(revision.getOptions()),
        revision.isFrozen(),
        revision.getSubmittedAt(),
        text(revision.getSubmitter()),
        revision.getFirstApprovedAt(),
        text(revision.getFirstApprover()),
        revision.getDecidedAt(),
        text(revision.getDecider()),
        revision.getReason(),
        others == null ? null : changes(revision, others));
  }

  private static List<Difference> changes(Revision revision, List<Revision> others) {
    return others.stream()
        .filter(other -> other.getId().equals(revision.getBasisId()))
        .flatMap(basis -> revision.differencesFrom(basis).stream())
        .map(Difference::of)
        .toList();
  }

  private static String text(Actor actor) {
    return actor == null ? null : actor.toString();
  }
}
