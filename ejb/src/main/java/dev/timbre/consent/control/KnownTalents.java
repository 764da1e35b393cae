package dev.timbre.consent.control;

import dev.timbre.audio.control.RecordingToKeep;
import dev.timbre.consent.entity.Consents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Refuses recordings of talents whose data are being erased or were. */
@ApplicationScoped
class KnownTalents {

  @Inject Consents consents;

  /**
   * @throws dev.timbre.platform.error.NotFound when there is no such talent
   * @throws dev.timbre.platform.error.Conflict when their data were erased
   */
  void require(@Observes RecordingToKeep news) {
    consents.getKnownTalent(news.talentId());
  }
}
