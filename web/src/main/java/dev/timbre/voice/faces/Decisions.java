package dev.timbre.voice.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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

  /** Submitted voices to approve or reject. */
  public List<Voice> getSubmitted() {
    if (submitted == null) {
      submitted = in(VoiceState.SUBMITTED).stream().filter(this::isForMe).toList();
    }
    return submitted;
  }

  /** Approved voices whose clone has a preview to hear and accept. */
  public List<Voice> getToHear() {
    if (heard == null) {
      heard =
          in(VoiceState.APPROVED).stream()
              .filter(this::isForMe)
              .filter(voice -> acceptable(voice) != null)
              .toList();
    }
    return heard;
  }

  /** Drafts and rejected voices of the reader's brands, for a curator to go on with. */
  public List<Voice> getToFinish() {
    if (mine == null) {
      mine =
          in(VoiceState.REJECTED).stream().filter(voice -> me.curates(voice.getBrandId())).toList();
    }
    return mine;
  }

  public boolean isNone() {
    return getSubmitted().isEmpty() && getToHear().isEmpty() && getToFinish().isEmpty();
  }

  /** The clone whose preview can be accepted; null when there is none. */
  public Clone acceptable(Voice voice) {
    return catalogue.clonesOf(voice.getId()).stream()
        .filter(clone -> clone.getRevision().equals(voice.getRevision()))
        .filter(clone -> clone.getState().speaks())
        .filter(clone -> clone.getPreview().state() == PreviewState.STORED)
        .findFirst()
        .orElse(null);
  }

  /** Whether the reader may decide on a voice. */
  public boolean isForMe(Voice voice) {
    return me.approves(voice.getBrandId())
        && (voice.getRevision().getSubmitter() == null
            || !me.getId().equals(voice.getRevision().getSubmitter().id()));
  }

  private List<Voice> in(VoiceState state) {
    return catalogue.window(null, state, null, 0, MOST);
  }
}
