package dev.timbre.speech.control;

import dev.timbre.consent.control.ReleasedContent;
import dev.timbre.consent.control.TalentErased;
import dev.timbre.consent.entity.Consents;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.speech.entity.Drifts;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lets go of what is and was spoken with the voice of a talent whose data are erased. */
@ApplicationScoped
class ForgottenSpeech {

  /** The talent was erased while it was spoken. */
  static final String TALENT_ERASED = "talent-erased";

  @Inject Speeches speeches;
  @Inject Drifts drifts;
  @Inject Voices voices;
  @Inject Consents consents;
  @Inject ReleasedContent released;

  /**
   * What may be kept of a speech that ends now; nothing where its talent was erased while it was
   * under way, and erasure could not see it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  KeptAudio keepable(Speech speech, KeptAudio kept) {
    if (kept.sha256() == null || !released.includesSpeeches()) {
      return kept;
    }
    UUID talentId = voices.get(speech.getVoiceId()).getTalentId();
    if (!consents.getTalentForUse(talentId).isErased()) {
      return kept;
    }
    released.drop(talentId, kept.sha256(), speech.getFormat().mediaType());
    return new KeptAudio(
        null, kept.label(), kept.withheld() == null ? TALENT_ERASED : kept.withheld());
  }

  void release(@Observes TalentErased news) {
    for (Voice voice : voices.ofTalent(news.talentId())) {
      drifts.findWatchForChange(voice.getId()).ifPresent(DriftWatch::erase);
    }
    if (released.includesSpeeches()) {
      for (Speech speech : speeches.heardOf(news.talentId())) {
        released.add(news.erasureId(), speech.getId(), speech.getAudio());
      }
    }
  }
}
