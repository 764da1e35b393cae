package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Payer;
import java.io.IOException;

/** Chat in the native form and in OpenAI's. */
public final class ChatHandler {
  /** The native endpoint, which lines of a batch name too. */
  public static final String NATIVE_PATH = "/v1/text/chatcompletion_v2";

  /**
   * Bodies with pictures and videos may be so large: MiniMax API reference, "OpenAI compatible".
   */
  static final int MAX_BODY = 64 << 20;

  private final Assistant assistant;
  private final FileShelf shelf;

  public ChatHandler(Assistant assistant, FileShelf shelf) {
    this.assistant = assistant;
    this.shelf = shelf;
  }

  public void addTo(Router router) {
    router
        .add("POST", NATIVE_PATH, this::answerNative)
        .add("POST", "/v1/chat/completions", this::answerOpenAi, ErrorStyle.STATUS);
  }

  private Answer answerNative(Call call) throws IOException {
    ChatRequest request = ChatRequest.readNative(call.json(MAX_BODY), media(call.account().name()));
    Completion completion = assistant.answer(call, request.prompt());
    NativeAnswer answer = new NativeAnswer(request, completion, call.traceId(), assistant.now());
    return request.streamed()
        ? Answer.events(answer.events())
        : Answer.json(200, answer.whole()).withCode(0);
  }

  private Answer answerOpenAi(Call call) throws IOException {
    ChatRequest request = ChatRequest.readOpenAi(call.json(MAX_BODY), media(call.account().name()));
    Completion completion = assistant.answer(call, request.prompt());
    OpenAiAnswer answer = new OpenAiAnswer(request, completion, call.traceId(), assistant.now());
    return request.streamed()
        ? Answer.events(answer.events())
        : Answer.json(200, answer.whole()).withCode(0);
  }

  /**
   * What the native endpoint answers to a line of a batch; nothing is charged yet.
   *
   * @param id of the answer
   * @throws dev.timbre.sandbox.model.Refusal as the endpoint does, and 2013 for a stream
   */
  public ObjectNode answerInBatch(Payer payer, String id, Fields body) {
    ChatRequest request = ChatRequest.readNative(body, media(payer.account()));
    if (request.streamed()) {
      throw body.refusal("stream", "must be false in a batch");
    }
    Completion completion = assistant.answerInBatch(payer, request.prompt());
    return new NativeAnswer(request, completion, id, assistant.now()).whole();
  }

  private MediaInput media(String account) {
    return new MediaInput(shelf, account);
  }
}
