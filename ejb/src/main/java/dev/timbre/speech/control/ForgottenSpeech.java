package dev.timbre.speech.control;

import dev.timbre.consent.control.ReleasedContent;
import dev.timbre.consent.control.TalentErased;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets go of what was spoken with the voice of a talent whose data are erased. */
@ApplicationScoped
class ForgottenSpeech {

  @Inject Speeches speeches;
  @Inject ReleasedContent released;

  void release(@Observes TalentErased news) {
    if (released.includesSpeeches()) {
      for (Speech speech : speeches.heardOf(news.talentId())) {
        released.add(news.erasureId(), speech.getId(), speech.getAudio());
      }
    }
  }
}
