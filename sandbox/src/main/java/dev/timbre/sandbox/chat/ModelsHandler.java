package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Code;

/** The text models on offer, all and one. */
public final class ModelsHandler {

  public void addTo(Router router) {
    router
        .add("GET", "/v1/models", ModelsHandler::list, ErrorStyle.STATUS)
        .add("GET", "/v1/models/{id}", ModelsHandler::one, ErrorStyle.STATUS);
  }

  private static Answer list(Call call) {
    ObjectNode answer = Call.object().put("object", "list");
    ArrayNode data = answer.putArray("data");
    TextModel.ALL.forEach(model -> data.add(shown(model)));
    return Answer.json(200, answer);
  }

  private static Answer one(Call call) {
    String id = call.pathParameter("id");
    return TextModel.find(id)
        .map(model -> Answer.json(200, shown(model)))
        .orElseThrow(() -> Code.INVALID_PARAMS.refusal("no model has this id"));
  }

  private static ObjectNode shown(TextModel model) {
    return Call.object()
        .put("id", model.id())
        .put("object", "model")
        .put("created", model.released())
        .put("owned_by", "minimax");
  }
}
