package dev.timbre.provider.client.wire.account;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * What a subscription has left for one model, or for one group of models.
 *
 * @param modelName as the provider writes it, such as a model's name or {@code general}
 * @param interval the window of some hours that runs now
 * @param week the week that runs now
 */
public record ModelRemains(String modelName, PlanWindow interval, PlanWindow week) {

  static Optional<ModelRemains> read(WireObject model) {
    return model
        .text("model_name")
        .map(
            name ->
                new ModelRemains(
                    name,
                    PlanWindow.read(model, "", "current_interval_"),
                    PlanWindow.read(model, "weekly_", "current_weekly_")));
  }
}
