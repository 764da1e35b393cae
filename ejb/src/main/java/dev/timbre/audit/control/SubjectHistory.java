package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.audit.entity.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the log says of one thing, for whoever may see that thing. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin"})
public class SubjectHistory {

  @Inject AuditLog log;

  /**
   * The newest first.
   *
   * @param subjectId of something that the caller has been shown; its brand was checked then
   * @param size how many at most
   */
  public List<AuditEntry> of(UUID subjectId, int size) {
    return log.window(AuditFilter.ofSubject(subjectId), 0, size);
  }
}
