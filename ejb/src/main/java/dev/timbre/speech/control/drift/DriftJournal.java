package dev.timbre.speech.control.drift;

import dev.timbre.audio.entity.VoiceTraits;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.control.ReviewSpeech;
import dev.timbre.speech.control.drift.DriftLimits.Difference;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.speech.entity.Drifts;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.Speeches;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The transactions of a check; between them the phrase is spoken and measured. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class DriftJournal {

  @Inject Drifts drifts;
  @Inject Speeches speeches;
  @Inject Voices voices;
  @Inject ReviewSpeech reviews;
  @Inject FindingRegister findings;
  @Inject DriftLimits limits;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * A check and how far it is.
   *
   * @param speech null when the check was over before anything was spoken
   * @param isNew whether the speech is still to be made; false after a crash, when what became of
   *     it is in the database
   */
  record Begun(DriftCheck check, Speech speech, SpeechScript script, boolean isNew) {}

  /** A phrase that is still to be spoken. */
  record Wanted(UUID voiceId, SpeechScript script) {}

  /** Orders a check in the caller's transaction, or answers the one that is under way. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID order(DriftWatch watch) {
    Instant now = clock.instant();
    watch.ordered(now);
    return drifts
        .findUnderWay(watch.getVoiceId())
        .orElseGet(
            () -> {
              DriftCheck ordered = new DriftCheck(now, watch.getVoiceId());
              drifts.add(ordered);
              return ordered;
            })
        .getId();
  }

  /** What the check has to say; empty once it was said. */
  public Optional<Wanted> wanted(UUID checkId) {
    DriftCheck check = drifts.get(checkId);
    return check.isOver() || check.getSpeechId() != null
        ? Optional.empty()
        : Optional.of(new Wanted(check.getVoiceId(), script(watch(check.getVoiceId()))));
  }

  /**
   * Begins a check, or takes it up where it is: its speech is never made twice.
   *
   * @throws dev.timbre.platform.error.BusinessException when voice, consent or budget do not allow
   *     it; nothing is begun then
   */
  public Begun begin(UUID checkId) {
    UUID voiceId = drifts.get(checkId).getVoiceId();
    voices.getForUse(voiceId.toString()); // before its watch, as erasure locks them
    DriftWatch watch = watch(voiceId);
    DriftCheck check = drifts.findForChange(checkId).orElseThrow();
    SpeechScript script = script(watch);
    if (check.getSpeechId() != null) {
      return new Begun(check, speeches.get(check.getSpeechId()), script, false);
    }
    if (check.isOver()) {
      return new Begun(check, null, script, false);
    }
    Speech speech = reviews.open(check.getVoiceId(), script);
    check.speak(speech);
    return new Begun(check, speech, script, true);
  }

  private static SpeechScript script(DriftWatch watch) {
    return new SpeechScript(watch.getPhrase());
  }

  /** Says why nothing came of it; a check that is over stays as it is. */
  public void failed(UUID checkId, String why) {
    drifts.findForChange(checkId).filter(check -> !check.isOver()).ifPresent(c -> c.fail(why));
  }

  /** Compares what was measured; the first sound of a clone is what later ones are held against. */
  public DriftCheck judge(UUID checkId, VoiceTraits measured) {
    DriftWatch watch = watch(drifts.get(checkId).getVoiceId());
    DriftCheck check = drifts.findForChange(checkId).orElseThrow();
    if (check.isOver()) {
      return check;
    }
    Optional<DriftCheck> baseline =
        Optional.ofNullable(watch.getBaselineId()).map(drifts::get).filter(check::isComparableWith);
    if (baseline.isEmpty()) {
      check.becomeBaseline(measured);
      watch.compareWith(check);
      return check;
    }
    Difference difference = Difference.between(measured, baseline.get().getTraits());
    check.judge(measured, baseline.get(), limits.isBeyond(difference));
    report(watch, check, baseline.get(), difference);
    return check;
  }

  private void report(
      DriftWatch watch, DriftCheck check, DriftCheck baseline, Difference difference) {
    if (!limits.isBeyond(difference)) {
      findings.gone(FindingKind.VOICE_DRIFT, watch.getVoiceId());
      return;
    }
    findings.raise(
        FindingKind.VOICE_DRIFT,
        watch.getBrandId(),
        watch.getVoiceId(),
        Change.to("voice", watch.getVoiceId()),
        Change.to("check", check.getId()),
        Change.to("speech", check.getSpeechId()),
        Change.to("baselineSpeech", baseline.getSpeechId()),
        Change.to("longerPercent", rounded(100 * difference.longer())),
        Change.to("higherSemitones", rounded(difference.higher())),
        Change.to("louderLu", rounded(difference.louder())),
        Change.to("spectrumDb", rounded(difference.far())));
  }

  /** An approver chose a baseline, in the transaction of that decision. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void compareWith(UUID voiceId, UUID checkId) {
    DriftWatch watch = watch(voiceId);
    UUID before = watch.getBaselineId();
    watch.compareWith(drifts.get(checkId));
    trail.done(AuditAction.VOICE_WATCH, voiceId, Change.of("baseline", before, checkId));
  }

  private DriftWatch watch(UUID voiceId) {
    return drifts
        .findWatchForChange(voiceId)
        .orElseThrow(() -> new NotFound("drift-watch-not-found", "The voice is not watched."));
  }

  private static String rounded(Double value) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
