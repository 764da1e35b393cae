package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case whose refusals and failures go into the log by themselves. Its success it writes
 * itself, with what changed, in its own transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

  /** What is tried. */
  @Nonbinding
  AuditAction value() default AuditAction.ACCESS_DENY;
}
