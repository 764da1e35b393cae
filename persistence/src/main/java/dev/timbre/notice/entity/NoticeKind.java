package dev.timbre.notice.entity;

import dev.timbre.access.entity.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What people are told of, and whose matter it is. */
public enum NoticeKind {
  /** A provisional clone dies soon unless somebody speaks with it. */
  CLONE_DEADLINE(Role.APPROVER, Role.CURATOR),
  /** A clone is gone because nothing was spoken with it. */
  CLONE_LAPSED(Role.APPROVER, Role.CURATOR),
  /** A clone was made permanent by the brand's policy, for a fee. */
  CLONE_ACTIVATED(Role.APPROVER),
  /** The policy wanted to activate a clone and could not; a person must decide. */
  ACTIVATION_REFUSED(Role.APPROVER, Role.ADMIN),
  /** A budget passed one of its thresholds. */
  BUDGET_THRESHOLD(Role.ADMIN),
  /** A check found something to decide. */
  FINDING(Role.CURATOR, Role.APPROVER),
  /** The audit log is not what was last signed. */
  LOG_ALTERED(Role.ADMIN, Role.AUDITOR),
  /** A consent ends soon, and with it every voice that rests on it. */
  CONSENT_EXPIRING(Role.CURATOR),
  /** A voice waits for somebody's decision. */
  APPROVAL_ASKED(Role.APPROVER);

  private final Set<Role> concerned;

  NoticeKind(Role first, Role... more) {
    this.concerned = EnumSet.of(first, more);
  }

  /** Who is told, where they hold one of these roles for the brand or for all. */
  public Set<Role> concerned() {
    return Set.copyOf(concerned);
  }

  /** For example {@code clone.deadline}, the name that webhooks carry. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }
}
