package dev.timbre.access.control;

import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.WholeLog;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * Keeps those who act for some brands only from the log of all. It stands here because the log,
 * which everything else rests on, knows nothing of brands and grants.
 */
@WholeLog
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class WholeLogInterceptor {

  private static final String CODE = "log-not-allowed";

  @Inject Admission admission;
  @Inject AuditTrail trail;

  @AroundInvoke
  Object admit(InvocationContext context) throws Exception {
    if (!admission.isForAllBrands()) {
      trail.refused(AuditAction.ACCESS_DENY, null, CODE);
      throw new NotAllowed(
          CODE,
          "The log is the whole company's: a person needs the role auditor or admin for all brands"
              + " to read it, a client must be allowed every brand there is.");
    }
    return context.proceed();
  }

  /**
   * Reads grants in a transaction that is over when the refusal is written. In the caller's, which
   * goes on, each of a crowd that is refused would hold a connection and wait for a second one.
   */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Admission {

    @Inject Access access;

    public boolean isForAllBrands() {
      return access.isForAllBrands(Role.AUDITOR, Role.ADMIN);
    }
  }
}
