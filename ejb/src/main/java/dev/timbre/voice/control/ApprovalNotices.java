package dev.timbre.voice.control;

import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.notice.control.NoticeBoard;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Tells approvers that a revision waits for them, once for each approval that it needs. */
@ApplicationScoped
class ApprovalNotices {

  @Inject NoticeBoard board;
  @Inject Brands brands;

  /** In the transaction that submitted the pending revision, or approved it for the first time. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void announce(Voice voice) {
    Revision asked = voice.getPending();
    Brand brand = brands.get(voice.getBrandId());
    String which = asked.getFirstApprover() == null ? "first" : "second";
    board.announce(
        "approval-asked:" + asked.getId() + ":" + which,
        NoticeKind.APPROVAL_ASKED,
        voice.getBrandId(),
        voice.getId(),
        Map.of(
            "voice", voice.getAlias().value(),
            "brand", brand.getName(),
            "revision", Integer.toString(asked.getNumber())));
  }
}
