package dev.timbre.notice.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Role;
import dev.timbre.notice.entity.Addressee;
import dev.timbre.notice.entity.Notice;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.notice.entity.Notices;
import dev.timbre.notice.entity.Posting;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.notice.entity.Webhooks;
import dev.timbre.platform.control.OperationQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where something is announced that people must know. The notice commits with whatever brings it
 * about, and there is one for each occasion however many nodes, repeats or restarts announce it.
 */
@ApplicationScoped
public class NoticeBoard {

  @Inject Notices notices;
  @Inject Webhooks webhooks;
  @Inject People people;
  @Inject NoticeConfig config;
  @Inject OperationQueue queue;
  @Inject Clock clock;

  /**
   * Announces an occasion unless it was announced before. Everybody who has one of the kind's roles
   * for the brand is told; where nobody has, those who administer everything.
   *
   * @param key names the occasion, for example {@code clone-deadline:<clone>:48}; at most {@value
   *     Notice#KEY_LENGTH} characters
   * @param brandId null for what concerns the whole company
   * @param subjectId what it is about; may be null
   * @param values what a reader is told: aliases, names of brands, amounts, instants (RFC 3339);
   *     never a secret nor what a talent can be known by
   * @return whether this is the first announcement
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean announce(
      String key, NoticeKind kind, UUID brandId, UUID subjectId, Map<String, String> values) {
    Notice notice =
        new Notice(clock.instant(), key, kind, new Notice.About(brandId, subjectId), values);
    return notices.addOnce(notice).map(this::send).isPresent();
  }

  /** What is to be sent commits with the notice; workers send it afterwards. */
  private Notice send(Notice notice) {
    Instant now = clock.instant();
    for (UUID person : concerned(notice)) {
      Addressee addressee = new Addressee(now, notice, person);
      notices.add(addressee);
      if (config.mails() && people.get(person).getEmail() != null) {
        queue.enqueue(NoticeMail.KIND, addressee.getId());
      }
    }
    for (Webhook webhook : webhooks.concerning(notice.getBrandId())) {
      Posting posting = new Posting(now, notice, webhook);
      webhooks.add(posting);
      queue.enqueue(NoticePosting.KIND, posting.getId());
    }
    return notice;
  }

  private List<UUID> concerned(Notice notice) {
    List<UUID> holders = people.holding(notice.getKind().concerned(), notice.getBrandId());
    return holders.isEmpty() ? people.holding(Set.of(Role.ADMIN), null) : holders;
  }
}
