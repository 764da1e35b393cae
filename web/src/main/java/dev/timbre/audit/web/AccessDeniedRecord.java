package dev.timbre.audit.web;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.web.AccessDenied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Records that somebody was kept out of a use case. */
@ApplicationScoped
public class AccessDeniedRecord {

  @Inject AuditTrail trail;

  void record(@Observes AccessDenied denied) {
    trail.refused(AuditAction.ACCESS_DENY, null, "role-missing");
  }
}
