package dev.timbre.finding.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.finding.control.FindingCatalogue;
import dev.timbre.finding.control.FindingDecisions;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** One finding with what can be done about it. */
@Named("findingPage")
@ViewScoped
public class FindingBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindingCatalogue catalogue;
  @Inject FindingDecisions decisions;
  @Inject Notices notices;
  @Inject Words words;
  @Inject Me me;

  private UUID id;
  private Finding finding;
  private String reason;

  public void open() {
    finding = catalogue.get(id);
  }

  /** Takes a remedy by its name. */
  public String take(String remedy) {
    decisions.resolve(id, finding.getVersion(), remedy, null);
    return done("taken", words.fill("remedy." + remedy));
  }

  /** Somebody settled it by other means. */
  public String settle() {
    decisions.resolve(id, finding.getVersion(), null, reason);
    return done("settled");
  }

  public String ignore() {
    decisions.ignore(id, finding.getVersion(), reason);
    return done("ignored");
  }

  public String reopen() {
    decisions.reopen(id, finding.getVersion());
    return done("reopened");
  }

  private String done(String what, Object... values) {
    notices.done("finding.done." + what, values);
    return "/finding.xhtml?faces-redirect=true&id=" + id;
  }

  /** Names of the remedies that fit; whether the reader may take them, the use case judges. */
  public List<String> getRemedies() {
    return decisions.remediesFor(finding);
  }

  public boolean isOpen() {
    return finding.getState() == FindingState.OPEN;
  }

  /** Whether the reader may decide; what belongs to no brand, only who may do it for all. */
  public boolean isMine() {
    UUID brand = finding.getBrandId();
    return me.curates(brand) || me.approves(brand) || me.administers(brand);
  }

  public boolean isImportable() {
    return isOpen() && finding.getKind() == FindingKind.VOICE_UNKNOWN && me.isCurator();
  }

  public Finding getFinding() {
    return finding;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
