package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.speech.Customer;
import dev.timbre.sandbox.speech.Speech;
import dev.timbre.sandbox.speech.SpeechManner;
import dev.timbre.sandbox.speech.SpeechPieces;
import dev.timbre.sandbox.speech.SpeechRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * One connection. What the caller sends is worked off one by one, so that it may send ahead; a
 * refusal ends the session with {@code task_failed}.
 */
abstract class SocketSession {
  private static final Logger LOG = System.getLogger(SocketSession.class.getName());

  /** Messages that may wait; texts beyond are skipped with 2205. */
  private static final int MAX_WAITING = 100;

  /** Who goes on sending in spite of that is cut off at this many. */
  private static final int MAX_IGNORED = 2_000;

  private SpeechEvents events;
  private final Outlet outlet;
  private final SpeechDesk desk;
  private final Customer customer;
  private final SerialWork work;
  private final SessionEnd end;
  private SpeechManner manner;
  private volatile boolean over;
  private volatile Instant lastSign;

  /**
   * What a session is made of.
   *
   * @param customer null when it is only opened to be refused
   */
  record Setup(
      SpeechEvents events,
      Outlet outlet,
      SpeechDesk desk,
      Customer customer,
      SerialWork work,
      SessionEnd end) {}

  /** Told once how a session ended. */
  @FunctionalInterface
  interface SessionEnd {
    /** Takes the code of the last event, null without one, and the voice, null if unknown. */
    void ended(Integer code, String voiceId);
  }

  /** A step of the session, which may be refused or find the connection gone. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  SocketSession(Setup setup) {
    events = setup.events();
    outlet = setup.outlet();
    desk = setup.desk();
    customer = setup.customer();
    work = setup.work();
    end = setup.end();
    lastSign = desk.now();
  }

  /** Does what an event asks for. */
  abstract void handle(String event, Fields fields) throws IOException, InterruptedException;

  /** Hears of every message at once, while others may still wait to be worked off. */
  void arrived(String message) {}

  /** Hears now and then that nothing happens, and for how long. */
  void silentFor(Duration silence) {}

  /** Whether the text that is being spoken shall be broken off. */
  boolean isInterrupted() {
    return false;
  }

  /** Greets the caller. */
  final void open() {
    add(() -> send(events.connected()));
  }

  /** Tells the caller why it is not let in, and closes. */
  final void refuse(Refusal refusal) {
    add(
        () -> {
          throw refusal;
        });
  }

  /** Takes a message. */
  final void receive(String message) {
    lastSign = desk.now();
    arrived(message);
    int waiting = work.waiting();
    if (waiting >= MAX_IGNORED) {
      outlet.cut();
    } else if (waiting >= MAX_WAITING && message.contains("task_continue")) {
      add(() -> skip(Code.TOO_MANY_QUEUED.refusal()));
    } else {
      add(() -> handle(message));
    }
  }

  /** Takes a binary message, which no event is. */
  final void receiveBinary() {
    refuse(Code.ILLEGAL_EVENT.refusal("binary messages are not understood"));
  }

  /** Learns that the connection is gone. */
  final void gone() {
    settle(null);
  }

  /** Whether the last event was sent, or cannot be sent any more. */
  final boolean isOver() {
    return over;
  }

  /** Ends the session with 2201 when it was silent for too long and nothing is under way. */
  final void checkIdle() {
    Duration silence = Duration.between(lastSign, desk.now());
    if (over || !work.isIdle()) {
      return;
    }
    if (silence.toMillis() >= desk.idleSeconds() * 1000) {
      refuse(Code.SOCKET_TIMEOUT.refusal());
    } else {
      silentFor(silence);
    }
  }

  /** Closes the connection without a word. */
  final void cut() {
    outlet.cut();
  }

  final SpeechEvents events() {
    return events;
  }

  final void send(ObjectNode event) throws IOException, InterruptedException {
    // Before it is sent: who has received it may move the clock on.
    lastSign = desk.now();
    outlet.send(event);
  }

  final boolean isStarted() {
    return manner != null;
  }

  /** Says that a text is left out; the session goes on. */
  final void skip(Refusal refusal) throws IOException, InterruptedException {
    send(events.skipped(refusal));
  }

  /** Goes on under the id that the caller chose. */
  final void rename(String sessionId) {
    events = events.withSessionId(sessionId);
  }

  /** Starts the task: its settings hold for every text that follows. */
  final void start(Fields fields) throws IOException, InterruptedException {
    fields.flag("continuous_sound");
    SpeechManner wanted = SpeechManner.readStreamed(fields);
    desk.speaker().requireVoices(customer.account(), wanted);
    desk.speaker().requireFunds(customer);
    manner = wanted;
    send(events.started());
  }

  /** Speaks a text: its pieces, then the event that ends it. */
  final void say(String text) throws IOException, InterruptedException {
    SpeechRequest request = SpeechRequest.of(manner, text);
    desk.speaker().admit(customer, request);
    try (SpeechPieces pieces = desk.speaker().begin(customer.account(), request)) {
      desk.speaker().charge(customer.payer(), manner, Billing.characters(text));
      long size = 0;
      while (pieces.hasNext()) {
        if (isInterrupted()) {
          return;
        }
        String piece = pieces.next();
        send(events.piece(piece));
        size += piece.length() / 2;
      }
      Speech speech = pieces.speech();
      String subtitles = speech.subtitleLink(desk.links()).orElse(null);
      send(events.last(speech.extraInfo(size), subtitles));
    }
  }

  /** Ends the session well. */
  final void finish() throws IOException, InterruptedException {
    settle(Code.SUCCESS.number());
    send(events.finished());
    outlet.close();
  }

  final void add(Step step) {
    work.add(() -> run(step));
  }

  private void handle(String message) throws IOException, InterruptedException {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      throw Code.INVALID_PARAMS.refusal("the message is not JSON");
    }
    if (!node.isObject()) {
      throw Code.INVALID_PARAMS.refusal("the message is not a JSON object");
    }
    Fields fields = new Fields("", node);
    handle(fields.text("event").orElse(""), fields);
  }

  private void run(Step step) {
    if (over) {
      return;
    }
    try {
      step.run();
    } catch (Refusal refusal) {
      fail(refusal);
    } catch (IOException e) {
      // The caller left, or a fault made it so.
      settle(null);
      outlet.cut();
    } catch (InterruptedException e) {
      outlet.cut();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "the sandbox failed in session " + events.sessionId(), e);
      fail(Code.UNKNOWN_ERROR.refusal());
    }
  }

  private void fail(Refusal refusal) {
    settle(refusal.code());
    try {
      outlet.send(events.failed(refusal));
      outlet.close();
    } catch (IOException | InterruptedException e) {
      outlet.cut();
    }
  }

  private synchronized void settle(Integer code) {
    if (!over) {
      over = true;
      end.ended(code, manner == null ? null : manner.voiceIds().get(0));
    }
  }
}
