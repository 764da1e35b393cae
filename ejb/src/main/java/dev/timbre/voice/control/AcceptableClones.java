package dev.timbre.voice.control;

import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.consent.entity.Consents;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Which clone a voice may go live with. One whose sample the provider flagged for risky content is
 * held until an approver decides, and is a finding until then.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AcceptableClones {

  @Inject Clones clones;
  @Inject Voices voices;
  @Inject Consents ledger;
  @Inject ConsentCheck consents;
  @Inject FindingRegister findings;

  /**
   * The clone that an approver means, with its row locked: it is not deleted while they go live.
   *
   * @param voice with its row locked before
   * @param cloneId null for the newest usable clone of what is pending
   * @param riskAcknowledged must be true when the provider flagged the sample
   * @throws Conflict when there is none, or it is flagged and nobody acknowledges it
   */
  Clone choose(Voice voice, UUID cloneId, boolean riskAcknowledged) {
    Revision meant = cloneId == null ? voice.getPending() : clones.get(cloneId).getRevision();
    consents.requireInForce(meant.getConsentId());
    Clone clone = clones.getForChange(cloneId == null ? newest(meant).getId() : cloneId);
    if (clone.isRisky() && !riskAcknowledged) {
      throw new Conflict(
              "risk-not-acknowledged",
              "The provider flagged the recording with content-risk class "
                  + clone.getRiskType()
                  + "; acknowledge it to accept the voice, or reject the recording.")
          .about(clone.getRiskType());
    }
    return clone;
  }

  private Clone newest(Revision revision) {
    return clones
        .findUsable(revision)
        .orElseThrow(
            () -> new Conflict("no-clone", "There is no usable clone; order a new one first."));
  }

  /** A clone has come to be; people are told when it is flagged. */
  void made(Clone clone) {
    if (clone.isRisky()) {
      Voice voice = voices.get(clone.getRevision().getVoiceId());
      findings.raise(
          FindingKind.CONTENT_RISK,
          voice.getBrandId(),
          clone.getId(),
          Change.to("voice", voice.getId()),
          Change.to("account", clone.getAccountId()),
          Change.to("riskType", clone.getRiskType()));
    }
  }

  /** For whoever decides about the finding, which comes after all these when a clone is deleted. */
  void lock(UUID cloneId) {
    Revision meant = clones.get(cloneId).getRevision();
    voices.getForChange(meant.getVoiceId());
    ledger.getForUse(meant.getConsentId());
    clones.getForChange(cloneId);
  }

  /** It was accepted or is no more, so that nothing is left to decide about its sample. */
  void decided(UUID cloneId) {
    findings.gone(FindingKind.CONTENT_RISK, cloneId);
  }
}
