package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Endpoint;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Json;
import java.io.IOException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** The provider's own operations, as a gateway uses them behind its counter. */
final class Upstream {
  private static final String CHAT = "/v1/chat/completions";
  private static final String MODELS = "/v1/models";

  private final Router router;

  Upstream(Router router) {
    this.router = router;
  }

  /** Adds the text models in OpenAI's form, which gateways offer with their own kind of errors. */
  Router withTextModels(Router gateway, String prefix, UnaryOperator<ErrorStyle> errors) {
    ErrorStyle style = errors.apply(ErrorStyle.STATUS);
    return gateway
        .add("POST", prefix + CHAT, passing("POST", CHAT), style)
        .add("GET", prefix + MODELS, passing("GET", MODELS), style);
  }

  /** An operation passed on as it is, looked up when it is called. */
  Endpoint passing(String method, String path) {
    return call -> ask(call, method, path);
  }

  /**
   * Has an operation carried out for the caller.
   *
   * @throws dev.timbre.sandbox.model.Refusal as the operation does
   */
  Answer ask(Call call, String method, String path) throws Exception {
    return router.find(method, path).orElseThrow().route().endpoint().handle(call);
  }

  /** The same with another body, and with an answer that is JSON. */
  ObjectNode ask(Call call, String path, ObjectNode body) throws Exception {
    call.replaceBody(body);
    return json(ask(call, "POST", path));
  }

  /** The JSON of an answer that is sent whole. */
  static ObjectNode json(Answer answer) throws IOException {
    JsonNode node = Json.MAPPER.readTree(((Answer.Body.Bytes) answer.body()).bytes());
    return (ObjectNode) node;
  }

  /** The sound in an answer of speech, in hex. */
  static byte[] sound(ObjectNode answer) {
    return HexFormat.of().parseHex(answer.at("/data/audio").asText());
  }
}
