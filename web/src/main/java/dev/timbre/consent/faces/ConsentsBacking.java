package dev.timbre.consent.faces;

import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentStanding;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.UUID;

/** The list of consents, and the form that adds one. */
@Named("consentsPage")
@ViewScoped
public class ConsentsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ConsentLedger ledger;
  @Inject ConsentForm form;
  @Inject Notices notices;
  @Inject Clock clock;

  private UUID talentId;
  private ConsentStanding standing;
  private MoreRows<Consent> rows;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(request -> ledger.page(talentId, standing, request));
  }

  public String save() {
    UUID id = form.save();
    notices.done("consent.saved");
    return "/consent.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isInForce(Consent consent) {
    return consent.isInForce(clock.instant());
  }

  public MoreRows<Consent> getRows() {
    return rows;
  }

  public ConsentStanding[] getStandings() {
    return ConsentStanding.values();
  }

  public ConsentStanding getStanding() {
    return standing;
  }

  public void setStanding(ConsentStanding standing) {
    this.standing = standing;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public void setTalentId(UUID talentId) {
    this.talentId = talentId;
  }
}
