package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Door;
import dev.timbre.sandbox.http.Front;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.RequestEntry;
import dev.timbre.sandbox.model.RequestLog;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.speech.Customer;
import dev.timbre.sandbox.speech.Speaker;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The door of WebSocket speech: trace id, fault, recognition, handshake. Everything else goes to
 * the next handler. Compression is not offered, so a client that asks for it goes on without.
 */
public final class SpeechSockets implements HttpHandler, AutoCloseable {
  private static final HttpString TRACE_ID = new HttpString("Trace-Id");
  private static final String BIDIRECTIONAL = "/ws/v1/t2a_v2_bidi";
  private static final Map<String, Function<SocketSession.Setup, SocketSession>> PROTOCOLS =
      Map.of("/ws/v1/t2a_v2", SpeechSession::new, BIDIRECTIONAL, DictationSession::new);

  /** Connections that may be open at once; further ones fail with 1041. */
  private static final int MAX_SESSIONS = 200;

  private static final int LOOK_EVERY_MILLIS = 50;

  /** Only the provider itself offers these, no gateway. */
  private static final Front FRONT = new Front(Dialect.MINIMAX, Front.KeyForm.BEARER, new Router());

  private final HttpHandler next;
  private final World world;
  private final Door door;
  private final Faults faults;
  private final RequestLog log;
  private final SpeechDesk desk;
  private final Set<SocketSession> sessions = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newCachedThreadPool(SpeechSockets::daemon);
  private boolean closed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(SpeechSockets::daemon);

  public SpeechSockets(
      HttpHandler next,
      World world,
      Faults faults,
      RequestLog log,
      Speaker speaker,
      MediaLinks links) {
    this.next = next;
    this.world = world;
    this.door = new Door(world);
    this.faults = faults;
    this.log = log;
    this.desk = new SpeechDesk(world, speaker, links);
    var unused =
        clock.scheduleWithFixedDelay(
            () -> sessions.forEach(SocketSession::checkIdle),
            LOOK_EVERY_MILLIS,
            LOOK_EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox-sockets");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A connection that is about to be made.
   *
   * @param refusal why the caller is not let in; empty when it is
   */
  private record Entrance(
      Call call, Instant arrival, Optional<Fault> fault, Optional<Refusal> refusal) {}

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!PROTOCOLS.containsKey(exchange.getRequestPath())
        || !exchange.getRequestMethod().equals(Methods.GET)) {
      next.handleRequest(exchange);
      return;
    }
    Call call = new Call(exchange, UUID.randomUUID().toString().replace("-", ""));
    exchange.getResponseHeaders().put(TRACE_ID, call.traceId());
    Optional<Fault> fault = faults.claim(call.method(), call.path());
    Entrance entrance = new Entrance(call, world.now(), fault, refusal(call));
    Optional<Fault> status = fault.filter(f -> f.effect().kind() == Fault.Kind.STATUS);
    if (status.isPresent()) {
      Fault.Effect effect = status.get().effect();
      record(entrance, null, null);
      answer(exchange, (int) effect.number(), effect.contentType(), effect.text());
    } else if (entrance.refusal().isPresent() && world.settings().sockets().refuseWithStatus()) {
      refuseWithStatus(exchange, entrance);
    } else {
      WebSocketConnectionCallback connected = (upgraded, channel) -> accept(channel, entrance);
      new WebSocketProtocolHandshakeHandler(connected, SpeechSockets::refusePlainRequest)
          .handleRequest(exchange);
    }
  }

  private Optional<Refusal> refusal(Call call) {
    try {
      door.admit(call, FRONT);
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
    return sessions.size() < MAX_SESSIONS
        ? Optional.empty()
        : Optional.of(Code.CONNECTION_LIMIT.refusal());
  }

  private void refuseWithStatus(HttpServerExchange exchange, Entrance entrance) {
    Refusal refusal = entrance.refusal().orElseThrow();
    record(entrance, refusal.code(), null);
    ObjectNode body = Answer.putBaseResp(Call.object(), refusal.code(), refusal.getMessage());
    int status = refusal.code() == Code.CONNECTION_LIMIT.number() ? 429 : 401;
    answer(exchange, status, "application/json; charset=utf-8", body.toString());
  }

  private static void refusePlainRequest(HttpServerExchange exchange) {
    answer(exchange, 400, "text/plain", "a WebSocket handshake is expected");
  }

  private static void answer(
      HttpServerExchange exchange, int status, String contentType, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
    exchange.getResponseSender().send(body);
  }

  private void accept(WebSocketChannel channel, Entrance entrance) {
    String sessionId = UUID.randomUUID().toString().replace("-", "");
    String traceId = entrance.call().traceId();
    boolean bidirectional = entrance.call().path().equals(BIDIRECTIONAL);
    SpeechEvents events =
        new SpeechEvents(sessionId, traceId, bidirectional ? "conn-" + sessionId : null);
    SocketOutlet plain = new SocketOutlet(channel);
    Outlet outlet =
        entrance.fault().<Outlet>map(f -> new MishapOutlet(plain, f, events)).orElse(plain);
    Call call = entrance.call();
    Customer customer =
        call.account() == null ? null : new Customer(call.account().name(), call.key());
    SocketSession session =
        PROTOCOLS
            .get(call.path())
            .apply(
                new SocketSession.Setup(
                    events,
                    outlet,
                    desk,
                    customer,
                    new SerialWork(workers),
                    (code, voiceId) -> record(entrance, code, voiceId)));
    sessions.add(session);
    channel.addCloseTask(
        closed -> {
          sessions.remove(session);
          session.gone();
        });
    entrance
        .refusal()
        .or(() -> counted(channel, customer))
        .ifPresentOrElse(session::refuse, session::open);
    channel.getReceiveSetter().set(new SessionListener(session, plain));
    channel.resumeReceives();
  }

  /** Counts the connection until it is closed; why it is one too many. */
  private Optional<Refusal> counted(WebSocketChannel channel, Customer customer) {
    try {
      Allowance.Connection connection = desk.speaker().connect(customer);
      channel.addCloseTask(closed -> connection.close());
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
  }

  private synchronized void record(Entrance entrance, Integer code, String voiceId) {
    // What ends because the sandbox stops is not logged: the log is closed by then.
    if (closed) {
      return;
    }
    Call call = entrance.call();
    log.add(
        new RequestEntry(
            entrance.arrival(),
            new RequestEntry.Asked(call.method(), call.path()),
            call.account() == null ? null : call.account().name(),
            code,
            call.traceId(),
            voiceId,
            entrance
                .fault()
                .map(f -> new RequestEntry.Mishap(f.id(), f.effect().kind()))
                .orElse(null)));
  }

  /** Cuts every connection and stops working for them. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    clock.shutdownNow();
    sessions.forEach(SocketSession::cut);
    workers.shutdownNow();
  }
}
