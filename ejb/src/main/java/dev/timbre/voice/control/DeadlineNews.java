package dev.timbre.voice.control;

import dev.timbre.notice.control.NoticeBoard;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneDecision;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Says what people must know of a clone's deadline, each occasion once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DeadlineNews {

  @Inject Voices voices;
  @Inject Clones clones;
  @Inject ActivationFee fee;
  @Inject NoticeBoard board;

  /** Names the one reminder of a clone for so many hours before its deadline. */
  static String reminderKey(UUID cloneId, int hours) {
    return "clone-deadline:" + cloneId + ":" + hours;
  }

  /** A clone dies in so many hours, or sooner where Timbre was away when they began. */
  void remind(Clone clone, Voice voice, int hours) {
    Map<String, String> values = facts(clone, voice);
    values.put("hours", Integer.toString(hours));
    values.put("fee", fee.of(clone).toString());
    board.announce(
        reminderKey(clone.getId(), hours),
        NoticeKind.CLONE_DEADLINE,
        voice.getBrandId(),
        clone.getId(),
        values);
  }

  /** A clone is gone because nothing was spoken with it. */
  void lapsed(Clone clone) {
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    board.announce(
        "clone-lapsed:" + clone.getId(),
        NoticeKind.CLONE_LAPSED,
        voice.getBrandId(),
        clone.getId(),
        facts(clone, voice));
  }

  /**
   * What came of a policy's decision.
   *
   * @param reason stable code of what stands in its way; null where nothing does
   */
  void tell(NoticeKind kind, CloneDecision decision, String reason) {
    CloneDecision.About about = decision.getAbout();
    Map<String, String> values = facts(clones.get(about.cloneId()), voices.get(about.voiceId()));
    values.put("fee", text(decision.getCost() == null ? decision.getFee() : decision.getCost()));
    if (reason != null) {
      values.put("reason", reason);
    }
    board.announce(
        kind.code() + ":" + decision.getId() + ":" + text(reason),
        kind,
        about.brandId(),
        about.cloneId(),
        values);
  }

  /** Of the voice the alias only: its name may name the talent, and nobody can erase a mail. */
  private static Map<String, String> facts(Clone clone, Voice voice) {
    Map<String, String> values = new TreeMap<>();
    values.put("voice", voice.getAlias().toString());
    values.put("deadline", clone.getDeadline().toString());
    return values;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
