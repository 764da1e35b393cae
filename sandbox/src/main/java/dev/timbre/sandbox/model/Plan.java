package dev.timbre.sandbox.model;

import java.util.List;

/**
 * What a subscription leaves of the service.
 *
 * @param usedUp the code that every charged operation is refused with, such as 2056; 0 while
 *     nothing is used up
 * @param models the only models it includes, others are refused with 2061; empty for all
 */
public record Plan(int usedUp, List<String> models) {
  /** Pay as you go. */
  public static final Plan NONE = new Plan(0, List.of());

  public Plan {
    models = models == null ? List.of() : List.copyOf(models);
  }

  /**
   * Looks whether a model may be used now.
   *
   * @param model "" for an operation without one
   * @throws Refusal with the code of the quota that is used up, or 2061
   */
  void require(String model) {
    if (usedUp != 0) {
      throw Code.refusalOf(usedUp);
    }
    if (!models.isEmpty() && !model.isEmpty() && !models.contains(model)) {
      throw Code.MODEL_NOT_IN_PLAN.refusal("model " + model);
    }
  }
}
