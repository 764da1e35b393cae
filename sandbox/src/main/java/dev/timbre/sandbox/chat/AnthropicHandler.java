package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.FileShelf;
import java.io.IOException;
import java.util.List;

/** Chat in Anthropic's form, under both paths that clients use. */
public final class AnthropicHandler {
  private static final List<String> PATHS = List.of("/anthropic/v1/messages", "/v1/messages");

  private final Assistant assistant;
  private final FileShelf shelf;

  public AnthropicHandler(Assistant assistant, FileShelf shelf) {
    this.assistant = assistant;
    this.shelf = shelf;
  }

  public void addTo(Router router) {
    PATHS.forEach(path -> router.add("POST", path, this::answer, ErrorStyle.STATUS));
  }

  private Answer answer(Call call) throws IOException {
    MediaInput media = new MediaInput(shelf, call.account().name());
    AnthropicRequest request = AnthropicRequest.read(call.json(ChatHandler.MAX_BODY), media);
    Completion completion = assistant.answer(call, request.prompt());
    AnthropicAnswer answer = new AnthropicAnswer(request, completion, call.traceId());
    return request.streamed()
        ? Answer.events(answer.events())
        : Answer.json(200, answer.whole()).withCode(0);
  }
}
