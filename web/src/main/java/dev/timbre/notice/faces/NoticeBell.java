package dev.timbre.notice.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.notice.control.NoticeInbox;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many notices the reader has not read, for the head of every page. */
@Named("bell")
@RequestScoped
public class NoticeBell {

  @Inject NoticeInbox inbox;
  @Inject Me me;

  private Long unread;

  public long getUnread() {
    if (unread == null) {
      unread = me.isWithoutGrant() ? 0 : inbox.countUnread();
    }
    return unread;
  }
}
