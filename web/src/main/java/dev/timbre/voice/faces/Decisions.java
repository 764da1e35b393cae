package dev.timbre.voice.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.audit.entity.Actor;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits for the reader. They decide on voices of brands for which they are an approver, and
 * never on one that they submitted themselves.
 */
@Named("decisions")
@RequestScoped
public class Decisions {

  private static final int MOST = 50;

  @Inject VoiceCatalogue catalogue;
  @Inject Me me;

  private List<Voice> submitted;
  private List<Voice> heard;
  private List<Voice> mine;

  /** Voices whose revision, the first or a proposed one, is submitted: to approve or reject. */
  public List<Voice> getSubmitted() {
    if (submitted == null) {
      submitted =
          both(VoiceState.SUBMITTED, RevisionState.SUBMITTED).filter(this::isForMe).toList();
    }
    return submitted;
  }

  /** Voices whose approved revision has a clone with a preview to hear and accept. */
  public List<Voice> getToHear() {
    if (heard == null) {
      heard =
          both(VoiceState.APPROVED, RevisionState.APPROVED)
              .filter(this::isForMe)
              .filter(voice -> acceptable(voice) != null)
              .toList();
    }
    return heard;
  }

  /** Rejected voices and proposals of the reader's brands, for a curator to go on with. */
  public List<Voice> getToFinish() {
    if (mine == null) {
      mine =
          both(VoiceState.REJECTED, RevisionState.REJECTED)
              .filter(voice -> me.curates(voice.getBrandId()))
              .toList();
    }
    return mine;
  }

  public boolean isNone() {
    return getSubmitted().isEmpty() && getToHear().isEmpty() && getToFinish().isEmpty();
  }

  /** The clone of the pending revision whose preview can be accepted; null when there is none. */
  public Clone acceptable(Voice voice) {
    return acceptable(voice, voice.getPending());
  }

  /** The newest clone of a revision whose preview can be accepted; null when there is none. */
  public Clone acceptable(Voice voice, Revision revision) {
    return catalogue.clonesOf(voice.getId()).stream()
        .filter(clone -> clone.getRevision().equals(revision))
        .filter(clone -> clone.getState().speaks())
        .filter(clone -> clone.getPreview().state() == PreviewState.STORED)
        .findFirst()
        .filter(newest -> !newest.getId().equals(voice.getPrimaryCloneId()))
        .orElse(null);
  }

  /** Whether the reader may decide on what is pending of a voice. */
  public boolean isForMe(Voice voice) {
    return isForMe(voice, voice.getPending());
  }

  /** Whether the reader may decide on a revision: not their own, and not one they approved. */
  public boolean isForMe(Voice voice, Revision revision) {
    return me.approves(voice.getBrandId()) && !isMine(revision.getSubmitter()) && !waits(revision);
  }

  /** Whether the reader approved a revision and it waits for somebody else. */
  public boolean waits(Revision revision) {
    return revision.getState() == RevisionState.SUBMITTED && isMine(revision.getFirstApprover());
  }

  private boolean isMine(Actor actor) {
    return actor != null && me.getId().equals(actor.id());
  }

  private Stream<Voice> both(VoiceState first, RevisionState proposed) {
    return Stream.concat(
            catalogue.window(null, first, null, 0, MOST).stream(),
            catalogue.proposing(proposed, MOST).stream())
        .distinct();
  }
}
