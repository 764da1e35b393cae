package dev.timbre.speech.faces;

import dev.timbre.audio.entity.VoiceTraits;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.faces.Notices;
import dev.timbre.speech.control.drift.DriftLimits.Difference;
import dev.timbre.speech.control.drift.DriftWatches;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.DriftWatch;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.faces.Prices;
import dev.timbre.voice.faces.VoiceBacking;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Whether the voice still sounds as it did: the plan, the checks, and two sounds side by side. */
@Named("drift")
@ViewScoped
public class DriftBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 6;
  private static final int USUAL_DAYS = 7;

  @Inject DriftWatches watches;
  @Inject VoiceBacking page;
  @Inject Prices prices;
  @Inject Notices notices;

  private String phrase;
  private int everyDays = USUAL_DAYS;
  private boolean active;
  private boolean read;
  private DriftWatch watch;
  private List<DriftCheck> checks = List.of();

  private void read() {
    if (!read) {
      read = true;
      UUID voice = page.getVoice().getId();
      watch = watches.find(voice).orElse(null);
      checks = watches.checks(voice, PageRequest.first(SHOWN)).items();
      fill();
    }
  }

  private void fill() {
    if (watch == null) {
      phrase = DriftWatch.usualPhrase(page.getVoice());
    } else {
      phrase = watch.getPhrase();
      everyDays = watch.plan().everyDays();
      active = watch.plan().active();
    }
  }

  public void save(Voice voice) {
    Long version = watch == null ? null : watch.getVersion();
    watches.plan(voice.getId(), version, new DriftWatch.Plan(phrase, everyDays, active));
    notices.done("drift.done.saved");
    read = false;
  }

  /** Gives the voice's own plan up. */
  public void followBrand(Voice voice) {
    watches.followBrand(voice.getId(), watch.getVersion());
    notices.done("drift.done.follows");
    read = false;
  }

  public void check(Voice voice) {
    watches.check(voice.getId());
    notices.done("drift.done.ordered");
    read = false;
  }

  public void compareWith(DriftCheck check) {
    watches.compareWith(check.getId());
    notices.done("drift.done.baseline");
    read = false;
  }

  /** The most that one check costs; null while the voice has no clone. */
  public Money getCost() {
    read();
    Clone newest = page.getNewest();
    return newest == null ? null : prices.speaking(newest, new SpeechScript(phrase).mostUnits());
  }

  public DriftWatch getWatch() {
    read();
    return watch;
  }

  public List<DriftCheck> getChecks() {
    read();
    return checks;
  }

  /** What the newest measured check was compared with; null when there is nothing to compare. */
  public DriftCheck getBaseline() {
    read();
    return watch == null || watch.getBaselineId() == null
        ? null
        : watches.getCheck(watch.getBaselineId());
  }

  /** The newest check that was compared with the baseline; null when there is none. */
  public DriftCheck getLatest() {
    read();
    return checks.stream()
        .filter(check -> check.getTraits() != null && check.getBaselineId() != null)
        .findFirst()
        .orElse(null);
  }

  public Difference difference(DriftCheck now, DriftCheck then) {
    VoiceTraits baseline = then.getTraits();
    return Difference.between(now.getTraits(), baseline);
  }

  public String getPhrase() {
    read();
    return phrase;
  }

  public void setPhrase(String phrase) {
    this.phrase = phrase;
  }

  public int getEveryDays() {
    read();
    return everyDays;
  }

  public void setEveryDays(int everyDays) {
    this.everyDays = everyDays;
  }

  public boolean isActive() {
    read();
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
