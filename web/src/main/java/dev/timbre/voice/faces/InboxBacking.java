package dev.timbre.voice.faces;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Consent;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What an approver looks at before they decide; read once for each request. */
@Named("inbox")
@RequestScoped
public class InboxBacking {

  @Inject RecordingCatalogue recordings;
  @Inject ConsentLedger ledger;
  @Inject Clock clock;

  private final Map<UUID, Recording> readRecordings = new HashMap<>();
  private final Map<UUID, Consent> readConsents = new HashMap<>();

  /** Null for an imported voice, which was not cloned from a recording here. */
  public Recording recording(Voice voice) {
    UUID id = voice.getRevision().getRecordingId();
    return id == null ? null : readRecordings.computeIfAbsent(id, recordings::get);
  }

  public Consent consent(Voice voice) {
    return readConsents.computeIfAbsent(voice.getRevision().getConsentId(), ledger::get);
  }

  public boolean inForce(Voice voice) {
    return consent(voice).isInForce(clock.instant());
  }
}
