package dev.timbre.voice.faces;

import dev.timbre.audio.control.RecordingCatalogue;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.voice.entity.CloningOptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** What the guided form offers to choose from. */
@Named("voiceChoices")
@RequestScoped
public class VoiceChoices {

  private static final int MOST = 200;

  /** Languages that the speech models speak (MiniMax API reference, language boost). */
  private static final List<String> LANGUAGES =
      List.of(
          "zh-CN", "yue", "en", "ar", "ru", "es", "fr", "pt", "de", "tr", "nl", "uk", "vi", "id",
          "ja", "it", "ko", "th", "pl", "ro", "el", "cs", "fi", "hi", "bg", "da", "he", "ms", "fa",
          "sk", "sv", "hr", "fil", "hu", "nb", "sl", "ca", "nn", "ta", "af");

  @Inject RecordingCatalogue recordings;
  @Inject ConsentLedger ledger;
  @Inject Clock clock;

  public List<String> getLanguages() {
    return LANGUAGES;
  }

  public Collection<String> getModels() {
    return new TreeSet<>(CloningOptions.MODELS).descendingSet();
  }

  public List<Recording> sources(UUID brandId) {
    return offered(brandId, RecordingPurpose.CLONE_SOURCE);
  }

  public List<Recording> prompts(UUID brandId) {
    return offered(brandId, RecordingPurpose.CLONE_PROMPT);
  }

  private List<Recording> offered(UUID brandId, RecordingPurpose purpose) {
    return recordings.window(brandId, purpose, 0, MOST).stream()
        .filter(recording -> !recording.isErased())
        .toList();
  }

  /** Consents in force that name the brand and the language. */
  public List<Consent> consents(UUID brandId, String language) {
    Instant now = clock.instant();
    return ledger.page(null, PageRequest.first(MOST)).items().stream()
        .filter(consent -> consent.isInForce(now))
        .filter(consent -> names(consent.countingAt(now).scope(), brandId, language))
        .toList();
  }

  private static boolean names(ConsentScope scope, UUID brandId, String language) {
    return scope.brandIds().contains(brandId)
        && scope.languages().contains(ConsentScope.primary(language));
  }
}
