package dev.timbre.voice.control;

import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Imported voices whose talent withdraws before an approver took them over. That they are the
 * talent's is so far one person's word, so nothing is deleted at the provider until a second person
 * says so; until then they are a finding.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WithdrawnImports {

  /** In these, the import came to nothing, and the provider's voice is an unknown one again. */
  private static final Set<VoiceState> OVER = EnumSet.of(VoiceState.REJECTED, VoiceState.RETIRED);

  @Inject Clones clones;
  @Inject FindingRegister findings;

  /**
   * The consent of these voices is withdrawn in this transaction.
   *
   * @param resting voices of any origin
   */
  void withdrawn(List<Voice> resting) {
    resting.stream()
        .filter(voice -> voice.getImportedFrom() != null && !OVER.contains(voice.getState()))
        .filter(voice -> !clones.isKnown(voice.getImportedFrom().providerVoiceId()))
        .forEach(this::raise);
  }

  /** It is at the provider, and nobody agrees to it. */
  public void raise(Voice voice) {
    findings.raise(
        FindingKind.IMPORT_WITHOUT_CONSENT,
        voice.getBrandId(),
        voice.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", voice.getImportedFrom().accountId()),
        Change.to("providerVoiceId", voice.getImportedFrom().providerVoiceId()));
  }
}
