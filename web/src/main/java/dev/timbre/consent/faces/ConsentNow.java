package dev.timbre.consent.faces;

import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** What counts of a consent while a page is shown. */
@Named("consentNow")
@RequestScoped
public class ConsentNow {

  @Inject Clock clock;

  public ConsentVersion counting(Consent consent) {
    return consent.countingAt(clock.instant());
  }

  /** What was noted ahead and does not count yet, the oldest first. */
  public List<ConsentVersion> ahead(Consent consent) {
    ConsentVersion counting = counting(consent);
    return consent.versionsFrom(clock.instant()).stream()
        .filter(version -> !version.equals(counting))
        .toList();
  }
}
