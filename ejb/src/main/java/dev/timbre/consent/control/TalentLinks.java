package dev.timbre.consent.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.LinkKind;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.consent.entity.TalentLink;
import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Makes the links that talents hold, and says what a presented one opens. */
@ApplicationScoped
class TalentLinks {

  @Inject Captures captures;
  @Inject RequestContext request;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** A new link; whatever opened the subject before opens it no more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public LinkToken issue(LinkKind kind, UUID subjectId, Instant expiresAt) {
    captures.revokeLinks(subjectId, clock.instant());
    LinkToken token = LinkToken.generate();
    TalentLink link = new TalentLink(clock.instant(), kind, subjectId, token, expiresAt);
    captures.add(link);
    trail.done(
        AuditAction.LINK_CREATE,
        link.getId(),
        Change.to("kind", kind),
        Change.to("subject", subjectId));
    return token;
  }

  /**
   * What the token opens. From here on the request counts as the talent's.
   *
   * @throws NotFound when nobody made such a link
   * @throws dev.timbre.platform.error.Conflict when it was taken back or its time is over
   */
  public TalentLink open(LinkToken token) {
    TalentLink link =
        captures
            .findLink(token.digest())
            .orElseThrow(
                () ->
                    new NotFound(
                        "link-unknown",
                        "This link opens nothing; check that all of it was copied."));
    request.throughLink(link.getSubjectId());
    link.requireUsable(clock.instant());
    return link;
  }

  /**
   * Once more, with its subject locked: it may have been taken back since it was opened.
   *
   * @throws dev.timbre.platform.error.Conflict when that is so
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireStill(LinkToken token) {
    captures
        .findLinkForUse(token.digest())
        .ifPresent(link -> link.requireUsable(clock.instant()));
  }

  /**
   * What the token opens, and of that kind.
   *
   * @return the subject's id
   */
  public UUID open(LinkToken token, LinkKind kind) {
    TalentLink link = open(token);
    if (link.getKind() != kind) {
      throw new NotFound("link-unknown", "This link is not for this; open it as it was sent.");
    }
    return link.getSubjectId();
  }
}
