package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Refusal;
import java.io.IOException;

/**
 * What a fault does to the events of one session. "Before the work" is in place of {@code
 * task_started}; "after the work" is behind the first event with sound, when the first text was
 * charged.
 */
final class MishapOutlet implements Outlet {
  private final Outlet outlet;
  private final Fault fault;
  private final Fault.Effect effect;
  private final SpeechEvents events;
  private int sounds;
  private boolean greeted;

  MishapOutlet(Outlet outlet, Fault fault, SpeechEvents events) {
    this.outlet = outlet;
    this.fault = fault;
    this.effect = fault.effect();
    this.events = events;
  }

  @Override
  public void send(ObjectNode event) throws IOException, InterruptedException {
    String name = event.path("event").asText();
    if (effect.kind() == Fault.Kind.SOCKET_OUT_OF_ORDER) {
      sendOutOfOrder(event, name);
    } else if (name.equals(SpeechEvents.STARTED)) {
      if (!effect.afterWork()) {
        befallStart();
      }
      outlet.send(event);
    } else if (name.equals(SpeechEvents.CONTINUED)) {
      if (sounds == placeOfFault()) {
        befallSound();
      }
      sendSound(event);
      sounds++;
    } else {
      outlet.send(event);
    }
  }

  private void sendOutOfOrder(ObjectNode event, String name)
      throws IOException, InterruptedException {
    if (name.equals(SpeechEvents.STARTED)) {
      return;
    }
    if (!greeted) {
      greeted = true;
      outlet.send(events.started());
    }
    outlet.send(event);
  }

  private void befallStart() throws IOException, InterruptedException {
    switch (effect.kind()) {
      case CUT_BEFORE -> breakOff();
      case CODE -> fail();
      case DELAY -> fault.pause(effect.number());
      case HOLD -> fault.hold();
      default -> {}
    }
  }

  /** How many events with sound are sent before it happens. */
  private int placeOfFault() {
    return switch (effect.kind()) {
      case CUT_AFTER -> 0;
      case CODE, DELAY, HOLD, HALF_BODY -> 1;
      default -> effect.frames();
    };
  }

  private void befallSound() throws IOException, InterruptedException {
    switch (effect.kind()) {
      case STREAM_ERROR -> fail();
      case STREAM_CUT, CUT_AFTER, HALF_BODY -> breakOff();
      case STREAM_STALL -> fault.pause(effect.number());
      case STREAM_FLOOD -> outlet.send(events.piece("0".repeat((int) effect.number())));
      case SOCKET_FLOOD -> {
        for (long i = 0; i < effect.number(); i++) {
          outlet.send(events.piece(""));
        }
      }
      default -> befallAfterWork();
    }
  }

  private void befallAfterWork() throws IOException, InterruptedException {
    if (!effect.afterWork()) {
      return;
    }
    switch (effect.kind()) {
      case CODE -> fail();
      case DELAY -> fault.pause(effect.number());
      case HOLD -> fault.hold();
      default -> {}
    }
  }

  private void sendSound(ObjectNode event) throws IOException, InterruptedException {
    boolean last = event.path("is_final").asBoolean();
    boolean here = sounds == effect.frames();
    switch (effect.kind()) {
      case STREAM_SLOW -> {
        fault.pause(effect.number());
        outlet.send(event);
      }
      case STREAM_BAD_HEX -> outlet.send(here ? badHex(event) : event);
      case STREAM_BAD_JSON -> sendSpoilt(event, here);
      case STREAM_REPEAT_FINAL -> {
        outlet.send(event);
        if (last) {
          outlet.send(event);
        }
      }
      case STREAM_DROP_FINAL -> {
        if (!last) {
          outlet.send(event);
        }
      }
      case SOCKET_NO_EVENT -> outlet.send(event.without("event"));
      default -> outlet.send(event);
    }
  }

  private void sendSpoilt(ObjectNode event, boolean spoilt)
      throws IOException, InterruptedException {
    String text = event.toString();
    if (spoilt) {
      outlet.sendText(text.substring(0, text.length() / 2));
    } else {
      outlet.send(event);
    }
  }

  /** The same with an odd number of digits, one of them no digit. */
  private static ObjectNode badHex(ObjectNode event) {
    ObjectNode data = event.withObjectProperty("data");
    data.put("audio", data.path("audio").asText() + "zz0");
    return event;
  }

  private void fail() {
    throw new Refusal((int) effect.number(), effect.text());
  }

  private void breakOff() throws IOException {
    outlet.cut();
    throw new IOException("the fault " + fault.id() + " cut the line");
  }

  @Override
  public void sendText(String text) throws IOException, InterruptedException {
    outlet.sendText(text);
  }

  @Override
  public void close() throws IOException {
    outlet.close();
  }

  @Override
  public void cut() {
    outlet.cut();
  }
}
