package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.UpstreamFailure;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.UUID;

/**
 * Records refused and failed attempts of {@link Audited} use cases, each in its own transaction.
 */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditedInterceptor {

  private static final System.Logger LOG = System.getLogger(AuditedInterceptor.class.getName());

  @Inject AuditTrail trail;
  @Inject AuditLog log;
  @Inject RefusalRoom room;

  @AroundInvoke
  Object record(InvocationContext context) throws Exception {
    boolean entered = room.enter();
    try {
      return recorded(context);
    } finally {
      if (entered) {
        room.leave();
      }
    }
  }

  private Object recorded(InvocationContext context) throws Exception {
    try {
      Object result = context.proceed();
      // what only the database refuses must fail in here, where it is recorded
      log.flush();
      return result;
    } catch (UpstreamFailure e) {
      // what came of a call is in the log already, with the provider's own words
      throw e;
    } catch (BusinessException e) {
      attempt(() -> trail.refused(action(context), subject(context), e.code()));
      throw e;
    } catch (RuntimeException e) {
      attempt(() -> trail.failed(action(context), subject(context), "internal-error"));
      throw e;
    }
  }

  /** The original failure must reach the caller even when the log cannot be written just now. */
  private static void attempt(Runnable entry) {
    try {
      entry.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "An attempt could not be written to the audit log", e);
    }
  }

  private static AuditAction action(InvocationContext context) {
    Audited audited = context.getMethod().getAnnotation(Audited.class);
    return audited == null ? AuditAction.ACCESS_DENY : audited.value();
  }

  private static UUID subject(InvocationContext context) {
    return Arrays.stream(context.getParameters())
        .filter(UUID.class::isInstance)
        .map(UUID.class::cast)
        .findFirst()
        .orElse(null);
  }
}
