package dev.timbre.consent.faces;

import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.faces.Notices;
import dev.timbre.voice.control.CloneDeletion;
import dev.timbre.voice.entity.Clone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The clones that rest on a consent and, once it is withdrawn, how far their deletion is. */
@Named("consentClones")
@RequestScoped
public class ConsentClones {

  @Inject CloneDeletion deletions;
  @Inject OperationCatalogue operations;
  @Inject Notices notices;

  private List<Clone> clones;

  public List<Clone> of(UUID consentId) {
    if (clones == null) {
      clones = deletions.restingOn(consentId);
    }
    return clones;
  }

  /** The work that deletes a clone; null where there is none. */
  public Operation workOn(Clone clone) {
    return operations.findLatest(CloneDeletion.WORK, clone.getId()).orElse(null);
  }

  /** Does not wait for the next attempt. */
  public String hasten(Clone clone, UUID consentId) {
    deletions.hasten(clone.getId());
    notices.done("consent.done.hastened");
    return "/consent.xhtml?faces-redirect=true&id=" + consentId;
  }
}
