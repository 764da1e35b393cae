package dev.timbre.consent.faces;

import dev.timbre.consent.control.TalentErasure;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The box that erases a talent's data. */
@Named("talentErasure")
@RequestScoped
public class TalentErasureBacking {

  @Inject TalentErasure erasure;
  @Inject Notices notices;

  private boolean endFirst;

  public String erase(UUID talentId, UUID consentId) {
    erasure.erase(talentId, endFirst);
    notices.done("talent.done.erased");
    return "/consent.xhtml?faces-redirect=true&id=" + consentId;
  }

  public boolean isEndFirst() {
    return endFirst;
  }

  public void setEndFirst(boolean endFirst) {
    this.endFirst = endFirst;
  }
}
