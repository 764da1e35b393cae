package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/** The answer to listing models. */
public record ModelList(List<TextModel> models, Optional<String> traceId) implements WireAnswer {

  public ModelList {
    models = List.copyOf(models);
  }

  public static ModelList read(Reply reply) {
    WireObject root = reply.judged("data");
    List<TextModel> models =
        root.objects("data").stream().flatMap(model -> TextModel.read(model).stream()).toList();
    return new ModelList(models, reply.trace(root));
  }
}
