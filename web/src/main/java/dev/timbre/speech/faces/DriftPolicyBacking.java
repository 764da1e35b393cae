package dev.timbre.speech.faces;

import dev.timbre.platform.faces.Notices;
import dev.timbre.speech.control.drift.DriftPolicies;
import dev.timbre.speech.entity.DriftPolicy;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.faces.VoiceBacking;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** How often the voices of this voice's brand are checked, and the form that changes it. */
@Named("driftPolicy")
@ViewScoped
public class DriftPolicyBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject DriftPolicies policies;
  @Inject VoiceBacking page;
  @Inject Notices notices;

  private DriftPolicy policy;
  private int everyDays;
  private boolean active;

  public DriftPolicy getPolicy() {
    if (policy == null) {
      policy = policies.policy(page.getVoice().getBrandId());
      everyDays = policy.choice().everyDays();
      active = policy.choice().active();
    }
    return policy;
  }

  public void save(Voice voice) {
    policies.choose(
        voice.getBrandId(), policy.getVersion(), new DriftPolicy.Choice(everyDays, active));
    notices.done("drift.done.policy");
    policy = null;
  }

  public int getEveryDays() {
    getPolicy();
    return everyDays;
  }

  public void setEveryDays(int everyDays) {
    this.everyDays = everyDays;
  }

  public boolean isActive() {
    getPolicy();
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
