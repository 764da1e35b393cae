package dev.timbre.sandbox.socket;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.speech.SpeechRequest;
import java.io.IOException;

/**
 * The protocol of {@code /ws/v1/t2a_v2}: {@code task_start}, any number of {@code task_continue}
 * with a whole text each, {@code task_finish}, in this order.
 */
final class SpeechSession extends SocketSession {
  SpeechSession(Setup setup) {
    super(setup);
  }

  @Override
  void handle(String event, Fields fields) throws IOException, InterruptedException {
    if (event.equals("task_start") == isStarted()) {
      throw Code.ILLEGAL_EVENT.refusal(
          isStarted() ? "the task has started already" : "the task has not started");
    }
    switch (event) {
      case "task_start" -> start(fields);
      case "task_continue" -> continueWith(fields.text("text").orElse(""));
      case "task_finish" -> finish();
      default -> throw Code.ILLEGAL_EVENT.refusal("the event is not known");
    }
  }

  private void continueWith(String text) throws IOException, InterruptedException {
    if (text.isBlank()) {
      skip(Code.EMPTY_TEXT.refusal());
    } else if (SpeechRequest.isTooLong(text)) {
      skip(Code.TEXT_OVER_LIMIT.refusal());
    } else {
      say(text);
    }
  }
}
