package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.CaptureQuestion;
import dev.timbre.consent.entity.CaptureState;
import dev.timbre.consent.entity.CaptureWording;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.consent.entity.Consents;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Asks talents for their consent from afar: makes the links, takes them back, sends them anew. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "consents:write"})
public class CaptureRequests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCES = 1_000_000;

  @Inject Captures captures;
  @Inject Consents consents;
  @Inject TalentSight sight;
  @Inject Brands brands;
  @Inject TalentLinks links;
  @Inject CaptureDesk desk;
  @Inject ConsentConfig config;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * What is to be asked.
   *
   * @param consentId the consent to extend; null for a new one of the talent
   * @param talentId needed for a new consent only
   * @param brandId the brand that asks, one of the scope's
   * @param locale the talent's language
   */
  public record Asking(
      UUID consentId, UUID talentId, UUID brandId, String locale, ConsentScope scope) {}

  /**
   * A new link.
   *
   * @param token present only for the request that made the link; a repeat cannot show it again
   */
  public record Issued(UUID id, Optional<LinkToken> token) {}

  /**
   * Asks.
   *
   * @throws Conflict when the brand has no statement in the language
   */
  @Audited(AuditAction.CAPTURE_REQUEST)
  @RolesAllowed({"curator", "consents:write"})
  public Issued ask(Asking asking) {
    requireCurator(asking.scope());
    CaptureQuestion question = question(asking);
    AtomicReference<LinkToken> token = new AtomicReference<>();
    UUID id =
        idempotency.once(
            () -> {
              ConsentCapture capture =
                  new ConsentCapture(
                      clock.instant(), question, desk.word(question, nonce()), access.actor());
              captures.add(capture);
              trail.done(
                  AuditAction.CAPTURE_REQUEST,
                  capture.getId(),
                  Change.to("talent", capture.getTalent().getId()),
                  Change.to("consent", capture.getConsentId()),
                  Change.to("statement", question.statement().getId()),
                  Change.to("statementDigest", capture.getStatementDigest()));
              token.set(links.issue(LinkKind.CAPTURE, capture.getId(), capture.getExpiresAt()));
              return capture.getId();
            });
    return new Issued(id, Optional.ofNullable(token.get()));
  }

  private CaptureQuestion question(Asking asking) {
    if (asking.brandId() == null || !asking.scope().brandIds().contains(asking.brandId())) {
      throw new Invalid(
          "capture-brand", "The brand that asks must be one of the brands of the scope.");
    }
    ConsentStatement statement = statement(asking);
    if (asking.consentId() == null) {
      return new CaptureQuestion(
          known(sight.talent(asking.talentId())),
          null,
          statement,
          asking.scope().in(config.zone()));
    }
    Consent consent = sight.consent(asking.consentId());
    requireCurator(consent.newest().scope());
    consent.requireNotWithdrawn();
    return new CaptureQuestion(
        known(consent.getTalent()),
        consent.getId(),
        statement,
        asking.scope().in(consent.newest().scope().in(config.zone()).zone()));
  }

  private ConsentStatement statement(Asking asking) {
    String locale = ConsentScope.primary(asking.locale());
    return captures
        .findStatement(asking.brandId(), locale)
        .orElseThrow(
            () ->
                new Conflict(
                        "statement-missing",
                        "Brand "
                            + brands.get(asking.brandId()).getSlug()
                            + " has no consent statement in '"
                            + locale
                            + "'; write one first.")
                    .about(brands.get(asking.brandId()).getSlug(), locale));
  }

  private Talent known(Talent talent) {
    return consents.getKnownTalent(talent.getId());
  }

  /** The same question with a new link and a new nonce; the earlier link opens nothing any more. */
  @Audited(AuditAction.CAPTURE_SEND)
  @RolesAllowed({"curator", "consents:write"})
  public Issued sendAgain(UUID captureId) {
    get(captureId); // before anything is locked or said of it
    ConsentCapture capture = desk.open(captureId);
    requireCurator(capture.scope());
    desk.dropRecording(capture);
    CaptureWording wording =
        desk.word(
            new CaptureQuestion(
                capture.getTalent(),
                capture.getConsentId(),
                capture.getStatement(),
                capture.scope()),
            nonce());
    capture.ask(wording);
    trail.done(
        AuditAction.CAPTURE_SEND,
        captureId,
        Change.to("statementDigest", capture.getStatementDigest()),
        Change.to("expiresAt", capture.getExpiresAt()));
    LinkToken token = links.issue(LinkKind.CAPTURE, captureId, capture.getExpiresAt());
    return new Issued(captureId, Optional.of(token));
  }

  /** The company asks no longer; the link opens nothing from the next request on. */
  @Audited(AuditAction.CAPTURE_REVOKE)
  @RolesAllowed({"curator", "consents:write"})
  public ConsentCapture revoke(UUID captureId) {
    get(captureId); // before anything is locked or said of it
    ConsentCapture capture = captures.getForChange(captureId);
    requireCurator(capture.scope());
    desk.dropRecording(capture);
    capture.revoke(clock.instant());
    captures.revokeLinks(captureId, clock.instant());
    trail.done(AuditAction.CAPTURE_REVOKE, captureId);
    return capture;
  }

  /**
   * A link by which the talent sees what is in force and can withdraw, when the one they got is
   * lost; that one opens nothing any more.
   */
  @Audited(AuditAction.LINK_CREATE)
  @RolesAllowed({"curator", "consents:write"})
  public LinkToken linkToConsent(UUID consentId) {
    Consent consent = sight.consent(consentId);
    requireCurator(consent.newest().scope());
    known(consent.getTalent());
    consent.requireNotWithdrawn();
    return links.issue(LinkKind.CONSENT, consentId, null);
  }

  /**
   * @throws NotFound when there is none, or the caller may not see its brand
   */
  public ConsentCapture get(UUID id) {
    ConsentCapture capture = captures.get(id);
    if (!access.maySee(capture.getBrandId())) {
      throw new NotFound("capture-not-found", "There is no capture " + id + ".");
    }
    return capture;
  }

  /** Talent and state may be null for all. */
  public Page<ConsentCapture> page(UUID talentId, CaptureState state, PageRequest request) {
    return captures.page(access.visibleBrands().orElse(null), talentId, state, request);
  }

  public List<ConsentCapture> ofConsent(UUID consentId) {
    return captures.ofConsent(consentId).stream()
        .filter(capture -> access.maySee(capture.getBrandId()))
        .toList();
  }

  private void requireCurator(ConsentScope scope) {
    scope.brandIds().forEach(brand -> access.requireBrand(brand, Role.CURATOR));
  }

  /** Six digits in pairs, which can be said in every language. */
  private static String nonce() {
    String digits = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(NONCES));
    return digits.substring(0, 2) + " " + digits.substring(2, 4) + " " + digits.substring(4);
  }
}
