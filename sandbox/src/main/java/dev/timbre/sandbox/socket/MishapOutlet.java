package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Refusal;
import java.io.IOException;

/**
 * What a fault does to the events of one session. "Before" strikes instead of {@code task_started};
 * "after" strikes when the first text was spoken and charged, behind its first piece of sound.
 */
final class MishapOutlet implements Outlet {
  private final Outlet outlet;
  private final Fault fault;
  private final SpeechEvents events;
  private int pieces;
  private boolean struck;

  MishapOutlet(Outlet outlet, Fault fault, SpeechEvents events) {
    this.outlet = outlet;
    this.fault = fault;
    this.events = events;
  }

  @Override
  public void send(ObjectNode event) throws IOException, InterruptedException {
    String name = event.path("event").asText();
    Fault.Effect effect = fault.effect();
    if (effect.kind() == Fault.Kind.OUT_OF_ORDER) {
      sendOutOfOrder(event, name);
    } else if (name.equals(SpeechEvents.STARTED) && !effect.afterWork()) {
      strikeAtStart(event);
    } else if (name.equals(SpeechEvents.CONTINUED)) {
      pieces++;
      sendPiece(event);
    } else {
      outlet.send(event);
    }
  }

  private void sendOutOfOrder(ObjectNode event, String name)
      throws IOException, InterruptedException {
    if (name.equals(SpeechEvents.STARTED)) {
      return;
    }
    if (!struck) {
      struck = true;
      outlet.send(events.started());
    }
    outlet.send(event);
  }

  private void strikeAtStart(ObjectNode event) throws IOException, InterruptedException {
    struck = true;
    switch (fault.effect().kind()) {
      case CUT_BEFORE -> breakOff();
      case CODE -> fail();
      case DELAY, HOLD -> {
        await();
        outlet.send(event);
      }
      default -> {
        struck = false;
        outlet.send(event);
      }
    }
  }

  private void sendPiece(ObjectNode event) throws IOException, InterruptedException {
    Fault.Kind kind = fault.effect().kind();
    if (kind == Fault.Kind.NO_EVENT) {
      event.remove("event");
    } else if (kind == Fault.Kind.CUT_AFTER) {
      breakOff();
    } else if (pieces == 1 && kind == Fault.Kind.MALFORMED_HEX) {
      spoilSound(event);
    } else if (pieces == 1 && kind == Fault.Kind.OVERSIZED_FRAME) {
      event.put("padding", "0".repeat((int) fault.effect().number()));
    } else if (pieces == 1 && kind == Fault.Kind.FLOOD) {
      flood();
    } else if (pieces == 2 && !struck) {
      strikeBetweenPieces(kind);
    }
    outlet.send(event);
  }

  private void strikeBetweenPieces(Fault.Kind kind) throws IOException, InterruptedException {
    struck = true;
    switch (kind) {
      case HALF_BODY -> breakOff();
      case CODE -> fail();
      case DELAY, HOLD -> await();
      default -> struck = false;
    }
  }

  private static void spoilSound(ObjectNode event) {
    ObjectNode data = (ObjectNode) event.get("data");
    String hex = data.path("audio").asText();
    // An odd number of digits, one of which is none.
    data.put("audio", hex.substring(0, hex.length() / 2) + "x");
  }

  private void flood() throws IOException, InterruptedException {
    for (int i = 0; i < (int) fault.effect().number(); i++) {
      outlet.send(events.piece(""));
    }
  }

  private void await() throws InterruptedException {
    if (fault.effect().kind() == Fault.Kind.HOLD) {
      fault.hold();
    } else {
      fault.pause(fault.effect().number());
    }
  }

  private void fail() throws IOException, InterruptedException {
    Fault.Effect effect = fault.effect();
    outlet.send(events.failed(new Refusal((int) effect.number(), effect.text())));
    outlet.close();
    throw new IOException("the fault " + fault.id() + " ended the session");
  }

  private void breakOff() throws IOException {
    outlet.cut();
    throw new IOException("the fault " + fault.id() + " cut the line");
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
