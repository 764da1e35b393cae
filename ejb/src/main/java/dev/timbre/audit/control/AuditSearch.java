package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the log. */
@Stateless
@WholeLog
@RolesAllowed({"auditor", "admin", "audit:read"})
public class AuditSearch {

  @Inject AuditLog log;

  /** For pages that ask later: whoever may not read the log is refused around this method. */
  public void admit() {
    // nothing is read yet
  }

  public AuditEntry get(UUID id) {
    return log.get(id);
  }

  public Page<AuditEntry> page(AuditFilter filter, PageRequest request) {
    return log.page(filter, request);
  }

  public List<AuditEntry> window(AuditFilter filter, int first, int size) {
    return log.window(filter, first, size);
  }

  public long count(AuditFilter filter) {
    return log.count(filter);
  }

  public Map<UUID, String> addressesOf(Collection<AuditEntry> entries) {
    return log.addressesOf(entries);
  }
}
