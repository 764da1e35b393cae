package dev.timbre.notice.faces;

import dev.timbre.notice.control.NoticeInbox;
import dev.timbre.notice.entity.Addressee;
import dev.timbre.platform.faces.MoreRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What the reader was told, newest first. */
@Named("noticesPage")
@ViewScoped
public class NoticesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject NoticeInbox inbox;

  private MoreRows<Addressee> rows;
  private boolean unreadOnly;

  @PostConstruct
  void open() {
    rows = new MoreRows<>(request -> inbox.page(unreadOnly ? Boolean.TRUE : null, request));
  }

  public MoreRows<Addressee> getRows() {
    return rows;
  }

  public void show() {
    rows.reload();
  }

  public void read(Addressee addressee) {
    inbox.read(addressee.getNotice().getId());
    rows.reload();
  }

  public void readAll() {
    inbox.readAll();
    rows.reload();
  }

  public boolean isUnreadOnly() {
    return unreadOnly;
  }

  public void setUnreadOnly(boolean unreadOnly) {
    this.unreadOnly = unreadOnly;
  }
}
