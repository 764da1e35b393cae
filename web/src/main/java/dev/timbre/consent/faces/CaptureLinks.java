package dev.timbre.consent.faces;

import dev.timbre.consent.control.CaptureRequests;
import dev.timbre.consent.control.CaptureRequests.Asking;
import dev.timbre.consent.control.CaptureRequests.Issued;
import dev.timbre.consent.control.StatementTexts;
import dev.timbre.consent.entity.ConsentCapture;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.consent.entity.LinkToken;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/**
 * Links for talents. The bean lives for one request, so that a new link is shown in the answer to
 * the request that made it and stays nowhere.
 */
@Named("captureLinks")
@RequestScoped
public class CaptureLinks {

  @Inject CaptureRequests captures;
  @Inject StatementTexts statements;
  @Inject ConsentForm form;
  @Inject Notices notices;

  private UUID statementId;
  private String url;

  /** Asks for what the form says, as a new consent. */
  public void askForNew() {
    ask(null, form.talent());
  }

  /** Asks for what the form says, as a further version. */
  public void askForMore(UUID consentId) {
    ask(consentId, null);
  }

  private void ask(UUID consentId, UUID talentId) {
    ConsentStatement statement = statements.get(statementId);
    Issued issued =
        captures.ask(
            new Asking(
                consentId, talentId, statement.getBrandId(), statement.getLocale(), form.agreed()));
    show(issued, statement.getLocale());
  }

  public void sendAgain(ConsentCapture capture) {
    show(captures.sendAgain(capture.getId()), capture.getStatement().getLocale());
  }

  public void revoke(ConsentCapture capture) {
    captures.revoke(capture.getId());
    notices.done("capture.done.revoked");
  }

  /** For a talent who has lost the link to what they agreed to. */
  public void linkToConsent(UUID consentId) {
    url = address("my-consent.xhtml", "en", captures.linkToConsent(consentId));
  }

  private void show(Issued issued, String language) {
    url = issued.token().map(token -> address("capture.xhtml", language, token)).orElse(null);
  }

  private static String address(String page, String language, LinkToken token) {
    return Faces.getRequestBaseURL() + page + "?lang=" + language + "#" + token.reveal();
  }

  /** What talents were asked last. Read anew each time, since asking changes it. */
  public List<ConsentCapture> getNewest() {
    return captures.page(null, null, PageRequest.first(PageRequest.DEFAULT_LIMIT)).items();
  }

  /** As above, for one consent. */
  public List<ConsentCapture> ofConsent(UUID consentId) {
    return captures.ofConsent(consentId);
  }

  /** The newest statement of each brand and language, to ask with. */
  public List<ConsentStatement> getStatements() {
    return statements.newest();
  }

  /** The link that this request made; null otherwise. */
  public String getUrl() {
    return url;
  }

  public UUID getStatementId() {
    return statementId;
  }

  public void setStatementId(UUID statementId) {
    this.statementId = statementId;
  }
}
