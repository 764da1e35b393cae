package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.RequestEntry;
import dev.timbre.sandbox.model.RequestLog;
import dev.timbre.sandbox.model.World;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What every request goes through: trace id, fault, recognition, work, log, answer. */
public final class Gate implements HttpHandler {
  private static final Logger LOG = System.getLogger(Gate.class.getName());
  private static final HttpString TRACE_ID = new HttpString("Trace-Id");
  private static final HttpString X_TRACE_ID = new HttpString("X-Trace-Id");

  private final Door door;
  private final Fronts fronts;
  private final ControlHandler control;
  private final MediaHandler media;
  private final Faults faults;
  private final RequestLog log;
  private final World world;

  public Gate(
      Door door,
      Fronts fronts,
      ControlHandler control,
      MediaHandler media,
      Faults faults,
      RequestLog log,
      World world) {
    this.door = door;
    this.fronts = fronts;
    this.control = control;
    this.media = media;
    this.faults = faults;
    this.log = log;
    this.world = world;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    exchange.startBlocking();
    if (exchange.getRequestPath().startsWith(ControlHandler.PREFIX)) {
      Reply.send(exchange, control.handle(new Call(exchange, "")));
      return;
    }
    Call call = new Call(exchange, UUID.randomUUID().toString().replace("-", ""));
    exchange.getResponseHeaders().put(TRACE_ID, call.traceId());
    exchange.getResponseHeaders().put(X_TRACE_ID, call.traceId());
    media.links().askedAt(originOf(exchange));
    try {
      serve(call);
    } finally {
      media.links().askedAt(null);
      call.end();
    }
  }

  /** Scheme and port of the listener, so that whoever came with TLS gets links with TLS. */
  private static String originOf(HttpServerExchange exchange) {
    InetSocketAddress listener = exchange.getDestinationAddress();
    return exchange.getRequestScheme()
        + "://"
        + listener.getAddress().getHostAddress()
        + ":"
        + listener.getPort();
  }

  private void serve(Call call) throws IOException {
    Optional<Fault> fault = faults.claim(call.method(), call.path());
    if (fault.isPresent()) {
      serveHit(call, fault.get());
    } else {
      Instant arrival = world.now();
      Answer answer = work(call);
      record(call, arrival, answer.code(), null);
      Reply.send(call.exchange(), answer);
    }
  }

  private void serveHit(Call call, Fault fault) throws IOException {
    try {
      serve(call, fault);
    } catch (InterruptedException e) {
      // The server stops while the fault holds the request: to the caller that is a cut line.
      Reply.cut(call.exchange());
    }
  }

  private void serve(Call call, Fault fault) throws IOException, InterruptedException {
    Instant arrival = world.now();
    Fault.Effect effect = fault.effect();
    Answer answer = null;
    if (!effect.afterWork()) {
      answer = befall(call, fault);
    }
    boolean cut = effect.kind() == Fault.Kind.CUT_BEFORE;
    if (answer == null && !cut) {
      answer = effect.afterWork() ? work(call).whole() : work(call);
      Answer instead = effect.afterWork() ? befall(call, fault) : null;
      answer = instead == null ? answer : instead;
    }
    Integer code = answer == null ? null : answer.code();
    record(call, arrival, code, fault);
    switch (effect.kind()) {
      case CUT_BEFORE, CUT_AFTER -> Reply.cut(call.exchange());
      case HALF_BODY -> Reply.sendHalf(call.exchange(), answer);
      default -> sendTroubled(call, fault, answer);
    }
  }

  private void sendTroubled(Call call, Fault fault, Answer answer) throws IOException {
    if (fault.effect().kind().isOfStreams() && answer.body() instanceof Answer.Body.Events stream) {
      ErrorStyle errors = errorsOf(call);
      TroubledStream troubled =
          new TroubledStream(fault, refusal -> errors.refuseStream(call, refusal));
      Reply.sendEvents(call.exchange(), answer, stream, troubled);
    } else {
      Reply.send(call.exchange(), answer);
    }
  }

  /** Lets a fault take effect; the answer it forces, or null when it forces none. */
  private Answer befall(Call call, Fault fault) throws InterruptedException {
    Fault.Effect effect = fault.effect();
    switch (effect.kind()) {
      case HOLD -> fault.hold();
      case DELAY -> fault.pause(effect.number());
      case STATUS -> {
        return Answer.text((int) effect.number(), effect.contentType(), effect.text());
      }
      case CODE -> {
        Refusal refusal = new Refusal((int) effect.number(), effect.text());
        return refuse(call, refusal);
      }
      default -> {
        return null;
      }
    }
    return null;
  }

  private Answer work(Call call) {
    try {
      if (call.path().startsWith(MediaHandler.PATH)) {
        return media.handle(call);
      }
      Front front = fronts.choose(call);
      Optional<Router.Match> match = front.router().find(call.method(), call.path());
      if (match.isEmpty()) {
        return Answer.text(404, "text/plain", "404 page not found");
      }
      call.matched(match.get().parameters());
      door.admit(call, front);
      return guarded(call, match.get().route());
    } catch (Refusal refusal) {
      return refuse(call, refusal);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "the sandbox failed at " + call.method() + " " + call.path(), e);
      return refuse(call, Code.UNKNOWN_ERROR.refusal());
    }
  }

  private static Answer guarded(Call call, Router.Route route) throws Exception {
    Answer answer = route.endpoint().handle(call);
    if (answer.body() instanceof Answer.Body.Events stream) {
      GuardedEvents events =
          new GuardedEvents(stream.events(), refusal -> route.errors().refuseStream(call, refusal));
      return Answer.events(events, stream.onEnd());
    }
    return answer;
  }

  private Answer refuse(Call call, Refusal refusal) {
    return errorsOf(call).refuse(call, refusal);
  }

  private ErrorStyle errorsOf(Call call) {
    return fronts
        .choose(call)
        .router()
        .find(call.method(), call.path())
        .map(match -> match.route().errors())
        .orElse(ErrorStyle.ENVELOPE);
  }

  private void record(Call call, Instant arrival, Integer code, Fault fault) {
    log.add(
        new RequestEntry(
            arrival,
            new RequestEntry.Asked(call.method(), call.path()),
            call.account() == null ? null : call.account().name(),
            code,
            call.traceId(),
            call.voiceId(),
            fault == null ? null : new RequestEntry.Mishap(fault.id(), fault.effect().kind())));
  }
}
