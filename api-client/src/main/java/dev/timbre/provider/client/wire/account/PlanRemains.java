package dev.timbre.provider.client.wire.account;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/** What a subscription has left, model by model; no models where there is no subscription. */
public record PlanRemains(List<ModelRemains> models, Optional<String> traceId)
    implements WireAnswer {

  public PlanRemains {
    models = List.copyOf(models);
  }

  public static PlanRemains read(Reply reply) {
    WireObject root = reply.judged("model_remains");
    return new PlanRemains(
        root.objects("model_remains").stream().flatMap(m -> ModelRemains.read(m).stream()).toList(),
        reply.trace(root));
  }
}
