package dev.timbre.sandbox.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;

/**
 * Refusals of a relay: what it refuses itself (bad keys, too many requests) has an HTTP status and
 * an error object as OpenAI's API has it, what the provider refuses is passed on in the envelope.
 */
final class RelayErrors implements ErrorStyle {
  private final ErrorStyle passedOn;

  RelayErrors(ErrorStyle passedOn) {
    this.passedOn = passedOn;
  }

  @Override
  public Answer refuse(Call call, Refusal refusal) {
    int code = refusal.code();
    if (code == Code.NOT_AUTHORISED.number() || code == Code.INVALID_KEY.number()) {
      return error(call, 401, refusal, "invalid_api_key");
    }
    if (code == Code.RATE_LIMIT.number()) {
      return error(call, 429, refusal, "rate_limit_exceeded");
    }
    return passedOn.refuse(call, refusal);
  }

  private static Answer error(Call call, int status, Refusal refusal, String code) {
    ObjectNode answer = Call.object();
    answer
        .putObject("error")
        .put("message", refusal.getMessage() + " (request id: " + call.traceId() + ")")
        .put("type", status == 429 ? "rate_limit_error" : "invalid_request_error")
        .putNull("param")
        .put("code", code);
    return Answer.json(status, answer).withCode(refusal.code());
  }
}
