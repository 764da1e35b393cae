package dev.timbre.consent.control;

import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.consent.entity.ErasureCause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Erases what a talent can be known by, on request. */
@Stateless
@RolesAllowed({"admin", "administration"})
public class TalentErasure {

  @Inject TalentForgetting forgetting;
  @Inject TalentSight sight;

  /**
   * Erases name, contact, recordings, evidence, previews and, by policy, what was spoken. It cannot
   * be undone.
   *
   * @param endFirst whether to withdraw consents and retire voices first
   * @return the operation that takes the files
   * @throws dev.timbre.platform.error.NotAllowed for a client that may not use every brand that has
   *     to do with the talent
   * @throws dev.timbre.platform.error.Conflict when something is still in use
   */
  @Audited(AuditAction.TALENT_ERASE)
  public UUID erase(UUID talentId, boolean endFirst) {
    sight.requireAdministration(talentId);
    return forgetting.forget(talentId, ErasureCause.REQUEST, endFirst);
  }
}
