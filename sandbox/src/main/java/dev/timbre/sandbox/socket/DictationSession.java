package dev.timbre.sandbox.socket;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.speech.SpeechRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The protocol of {@code /ws/v1/t2a_v2_bidi}: text comes in pieces as small as a word, and each
 * sentence is spoken as soon as it is complete, or when nothing more comes for a second. A cancel
 * overtakes the texts before it.
 */
final class DictationSession extends SocketSession {
  private static final String CANCEL = "task_cancel";

  /** How long an unfinished sentence waits for more, on the sandbox's clock. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SentenceCutter cutter = new SentenceCutter();
  private final AtomicInteger cancelsAhead = new AtomicInteger();
  private volatile boolean unfinished;

  DictationSession(Setup setup) {
    super(setup);
  }

  @Override
  void arrived(String message) {
    if (isCancel(message)) {
      cancelsAhead.incrementAndGet();
    }
  }

  private static boolean isCancel(String message) {
    return message.matches("(?s)\\s*\\{\\s*\"event\"\\s*:\\s*\"" + CANCEL + "\".*");
  }

  @Override
  boolean isInterrupted() {
    return cancelsAhead.get() > 0;
  }

  @Override
  void silentFor(Duration silence) {
    if (unfinished && silence.compareTo(PATIENCE) >= 0) {
      add(this::sayRest);
    }
  }

  @Override
  void handle(String event, Fields fields) throws IOException, InterruptedException {
    if (event.equals("task_start") == isStarted()) {
      throw Code.ILLEGAL_ORDER.refusal(
          isStarted() ? "the task has started already" : "the task has not started");
    }
    switch (event) {
      case "task_start" -> {
        fields.text("session_id").filter(id -> !id.isBlank()).ifPresent(this::rename);
        start(fields);
      }
      case "task_continue" -> take(fields.text("text").orElse(""));
      case "task_flush" -> {
        sayRest();
        send(events().bare("task_flushed"));
      }
      case CANCEL -> cancel();
      case "task_finish" -> {
        sayRest();
        finish();
      }
      default -> throw Code.ILLEGAL_EVENT.refusal("the event is not known");
    }
  }

  private void take(String text) throws IOException, InterruptedException {
    if (SpeechRequest.isTooLong(text)) {
      skip(Code.TEXT_OVER_LIMIT.refusal());
      return;
    }
    for (String sentence : cutter.add(text)) {
      saySentence(sentence);
    }
    unfinished = !cutter.isEmpty();
  }

  private void sayRest() throws IOException, InterruptedException {
    Optional<String> rest = cutter.takeRest();
    unfinished = false;
    if (rest.isPresent()) {
      saySentence(rest.get());
    }
  }

  private void saySentence(String sentence) throws IOException, InterruptedException {
    if (!isInterrupted()) {
      send(events().bare("sentence_start"));
      say(sentence);
      send(events().bare("sentence_end"));
    }
  }

  private void cancel() throws IOException, InterruptedException {
    cutter.takeRest();
    unfinished = false;
    cancelsAhead.updateAndGet(ahead -> Math.max(0, ahead - 1));
    send(events().bare("task_canceled"));
  }
}
