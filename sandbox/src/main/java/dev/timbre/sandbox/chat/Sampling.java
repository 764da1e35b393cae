package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all forms of a request have in common beside messages and tools. */
final class Sampling {
  /** Where "at most" is not said: as good as no limit. */
  private static final int MAX_STOPS = 16;

  private Sampling() {}

  /**
   * The model asked for.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when there is none of that name
   */
  static TextModel model(Fields body) {
    String id = body.requireText("model");
    return TextModel.find(id)
        .orElseThrow(() -> Code.INVALID_PARAMS.refusal("unknown model '" + shown(id) + "'"));
  }

  private static String shown(String id) {
    return id.substring(0, Math.min(id.length(), 60));
  }

  /**
   * Checks temperature and top_p, which change nothing here.
   *
   * @param zeroAllowed whether a temperature of 0 is within its range
   */
  static void check(Fields body, boolean zeroAllowed, double hottest) {
    Optional<Double> temperature = body.decimal("temperature", 0, hottest);
    if (!zeroAllowed && temperature.filter(t -> t == 0).isPresent()) {
      throw body.refusal("temperature", "must be in (0, " + hottest + "], got 0");
    }
    if (body.decimal("top_p", 0, 1).filter(p -> p == 0).isPresent()) {
      throw body.refusal("top_p", "must be in (0, 1], got 0");
    }
  }

  /** The most tokens of the answer, by the first of some names that is there. */
  static int longest(Fields body, TextModel model, String... names) {
    for (String name : names) {
      Optional<Integer> most = body.whole(name, 1, model.longest());
      if (most.isPresent()) {
        return most.get();
      }
    }
    return model.longest();
  }

  /** Stop texts: one text, a list, or nothing. */
  static List<String> stops(Fields body, String name) {
    Optional<JsonNode> given = body.any(name);
    if (given.filter(JsonNode::isTextual).isPresent()) {
      return List.of(given.get().textValue());
    }
    List<String> stops = new ArrayList<>(body.texts(name));
    if (stops.size() > MAX_STOPS) {
      throw body.refusal(name, "must have at most " + MAX_STOPS + " items");
    }
    return stops;
  }

  /** The JSON schema in a field of that name. */
  static JsonNode schema(Fields holder, String name) {
    JsonNode schema = holder.any(name).orElseThrow(() -> holder.refusal(name, "is empty"));
    if (!schema.isObject()) {
      throw holder.refusal(name, "must be an object");
    }
    return schema;
  }

  /** Whether a reasoning model may think, by {@code thinking.type}. */
  static boolean thinks(Fields body, TextModel model) {
    Optional<String> type =
        body.object("thinking")
            .flatMap(t -> t.choice("type", List.of("disabled", "adaptive", "enabled")));
    return model.reasons() && !type.orElse("adaptive").equals("disabled");
  }
}
