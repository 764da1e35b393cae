package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.FileShelf;
import java.io.IOException;

/** Text in the form of OpenAI's Responses, and the count of its tokens. */
public final class ResponsesHandler {
  private final Assistant assistant;
  private final FileShelf shelf;

  public ResponsesHandler(Assistant assistant, FileShelf shelf) {
    this.assistant = assistant;
    this.shelf = shelf;
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/responses", call -> answer(call, body(call)), ErrorStyle.STATUS)
        .add("POST", "/v1/responses/input_tokens", this::count, ErrorStyle.STATUS);
  }

  /**
   * Answers a request whose body was read already, for those who serve other models on this path.
   *
   * @throws dev.timbre.sandbox.model.Refusal as the endpoint does
   */
  public Answer answer(Call call, Fields body) {
    ResponsesRequest request = ResponsesRequest.read(body, media(call));
    Completion completion = assistant.answer(call, request.prompt());
    ResponsesAnswer answer =
        new ResponsesAnswer(request, completion, call.traceId(), assistant.now());
    return request.streamed()
        ? Answer.events(new ResponsesEvents(answer).all())
        : Answer.json(200, answer.whole()).withCode(0);
  }

  private Answer count(Call call) throws IOException {
    ResponsesRequest request = ResponsesRequest.read(body(call), media(call));
    return Answer.json(
            200,
            Call.object()
                .put("object", "response.input_tokens")
                .put("input_tokens", request.prompt().tokens()))
        .withCode(0);
  }

  private static Fields body(Call call) throws IOException {
    return call.json(ChatHandler.MAX_BODY);
  }

  private MediaInput media(Call call) {
    return new MediaInput(shelf, call.account().name());
  }
}
