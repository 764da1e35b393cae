package dev.timbre.voice.control.reconciliation;

import dev.timbre.consent.entity.Consents;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.control.VoiceApproval;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Orders another clone of the same revision in the same account; an approver's decision. */
@ApplicationScoped
class RecloneRemedy implements Remedy {

  @Inject Clones clones;
  @Inject Voices voices;
  @Inject Consents consents;
  @Inject VoiceApproval approval;

  @Override
  public String name() {
    return "re-clone";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.CLONE_MISSING;
  }

  @Override
  public void lock(Finding seen) {
    Voice voice = voices.getForChange(clones.get(seen.getSubjectId()).getRevision().getVoiceId());
    Stream.of(voice.getRevision(), voice.getPending())
        .map(Revision::getConsentId)
        .distinct()
        .sorted()
        .forEach(consents::getForUse);
  }

  @Override
  public void apply(Finding finding) {
    Clone lost = clones.get(finding.getSubjectId());
    approval.requestClone(lost.getRevision().getVoiceId(), lost.getAccountId());
  }
}
