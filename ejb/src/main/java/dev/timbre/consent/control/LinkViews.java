package dev.timbre.consent.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.TalentLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Gathers what a link shows. */
@ApplicationScoped
class LinkViews {

  @Inject Captures captures;
  @Inject Consents consents;
  @Inject Brands brands;
  @Inject StatementWords words;
  @Inject ConsentConfig config;
  @Inject Clock clock;

  /**
   * @throws dev.timbre.platform.error.Conflict when it is a question that is not open any more
   */
  LinkView of(TalentLink link) {
    if (link.getKind() == LinkKind.CAPTURE) {
      ConsentCapture capture = captures.get(link.getSubjectId());
      capture.requireOpen(clock.instant());
      return view(capture, null, names(capture.scope(), capture.getBrandId()));
    }
    Consent consent = consents.get(link.getSubjectId());
    ConsentVersion counting = consent.countingAt(clock.instant());
    return view(null, counting, names(counting.scope(), null));
  }

  private LinkView view(ConsentCapture capture, ConsentVersion version, List<String> names) {
    return new LinkView(
        capture, version, words.company(), config.statementMax().toSeconds(), names);
  }

  private List<String> names(ConsentScope scope, UUID first) {
    return scope.brandIds().stream()
        .sorted((a, b) -> Boolean.compare(b.equals(first), a.equals(first)))
        .map(id -> brands.get(id).getName())
        .toList();
  }
}
