package dev.timbre.voice.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.consent.entity.Consents;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has an imported voice deleted at its provider to which nobody agrees; an approver's decision. */
@ApplicationScoped
class DeleteImportRemedy implements Remedy {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject Consents consents;
  @Inject OwedDeletions deletions;
  @Inject Access access;

  @Override
  public String name() {
    return "delete-voice";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.IMPORT_WITHOUT_CONSENT;
  }

  @Override
  public void lock(Finding seen) {
    voices.getForChange(seen.getSubjectId());
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.APPROVER);
    Voice voice = voices.getForChange(finding.getSubjectId());
    if (!consents.get(voice.getRevision().getConsentId()).isWithdrawn()) {
      throw new Conflict(
              "import-has-consent",
              "Voice "
                  + voice.getAlias()
                  + " rests on another consent by now; the next comparison settles this finding.")
          .about(voice.getAlias());
    }
    if (!clones.isKnown(voice.getImportedFrom().providerVoiceId())) {
      deletions.orderImported(voice);
    } // otherwise it was approved on another consent, and that one's withdrawal has ordered it
  }
}
