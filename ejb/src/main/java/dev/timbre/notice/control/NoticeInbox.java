package dev.timbre.notice.control;

import dev.timbre.access.control.Access;
import dev.timbre.audit.entity.Actor;
import dev.timbre.notice.entity.Addressee;
import dev.timbre.notice.entity.Notices;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Shows people what they were told. Nobody sees another's notices. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin"})
public class NoticeInbox {

  @Inject Notices notices;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * The caller's notices, newest first.
   *
   * @param unread whether only unread or only read ones; null for all
   */
  public Page<Addressee> page(Boolean unread, PageRequest request) {
    return notices.page(me(), unread, request);
  }

  public long countUnread() {
    return notices.countUnread(me());
  }

  /**
   * @throws NotFound when the caller was told no such thing
   */
  public Addressee get(UUID noticeId) {
    return notices.get(noticeId, me());
  }

  /** The caller has seen it. Doing it twice changes nothing. */
  public Addressee read(UUID noticeId) {
    Addressee addressee = notices.get(noticeId, me());
    addressee.read(clock.instant());
    return addressee;
  }

  /** The caller has seen everything so far. */
  public int readAll() {
    return notices.readAll(me(), clock.instant());
  }

  private UUID me() {
    Actor caller = access.actor();
    if (!caller.isPerson()) {
      throw new NotFound("no-notices", "Notices are for people; a client gets webhooks.");
    }
    return caller.id();
  }
}
