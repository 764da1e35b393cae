package dev.timbre.voice.faces;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import dev.timbre.voice.control.DeadlineRegister;
import dev.timbre.voice.entity.DeadlineAction;
import dev.timbre.voice.entity.DeadlinePolicy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A brand's policy for unused clones, and the form that changes it. */
@Named("deadlinePolicy")
@ViewScoped
public class DeadlinePolicyBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject DeadlineRegister register;
  @Inject DeadlinesBacking page;
  @Inject Notices notices;
  @Inject Words words;

  private UUID shown;
  private DeadlinePolicy policy;
  private DeadlineAction action;
  private String remindHours;
  private int activateHours;

  /** The policy of the brand that the page shows; null while it shows all of them. */
  public DeadlinePolicy getPolicy() {
    UUID brandId = page.getBrandId();
    if (brandId == null) {
      return null;
    }
    if (policy == null || !brandId.equals(shown)) {
      shown = brandId;
      policy = register.policy(brandId);
      action = policy.getAction();
      remindHours = text(policy);
      activateHours = policy.getActivateHours();
    }
    return policy;
  }

  private static String text(DeadlinePolicy policy) {
    return policy.getRemindHours().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  public String save() {
    register.choose(
        shown, policy.getVersion(), new DeadlinePolicy.Choice(action, hours(), activateHours));
    notices.done("deadlines.done.policy");
    return "/deadlines.xhtml?faces-redirect=true&brand=" + shown;
  }

  private List<Integer> hours() {
    try {
      return Arrays.stream(remindHours == null ? new String[0] : remindHours.split("[\\s,;、，]+"))
          .filter(part -> !part.isBlank())
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw new Invalid(
          "hours-malformed", "Give whole hours with blanks between them, for example 96 48 24 6.");
    }
  }

  public DeadlineAction[] getActions() {
    return DeadlineAction.values();
  }

  public DeadlineAction getAction() {
    return action;
  }

  public void setAction(DeadlineAction action) {
    this.action = action;
  }

  public String getRemindHours() {
    return remindHours;
  }

  public void setRemindHours(String remindHours) {
    this.remindHours = remindHours;
  }

  public int getActivateHours() {
    return activateHours;
  }

  public void setActivateHours(int activateHours) {
    this.activateHours = activateHours;
  }
}
