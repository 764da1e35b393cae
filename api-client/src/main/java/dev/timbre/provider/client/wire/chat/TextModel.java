package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.time.Instant;
import java.util.Optional;

/** A model that the account may use. */
public record TextModel(ChatModel model, Optional<Instant> created, Optional<String> owner) {

  /** Empty when there is no id: a model that nothing can name is none. */
  static Optional<TextModel> read(WireObject model) {
    return model
        .text("id")
        .filter(id -> !id.isBlank())
        .map(
            id ->
                new TextModel(new ChatModel(id), model.instant("created"), model.text("owned_by")));
  }
}
