package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.RateLimits;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.RequestLog;
import dev.timbre.sandbox.model.Voice;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The control interface under {@code /_sandbox}, for tests and for the curious. JSON, no key: the
 * sandbox listens on loopback only. A wrong request gets 400 and {@code {"error": …}}.
 *
 * <ul>
 *   <li>{@code GET /_sandbox/state}: time, settings, accounts, files, voices
 *   <li>{@code POST /_sandbox/clock} {@code {"advanceSeconds": n}}: moves the clock ahead
 *   <li>{@code POST /_sandbox/settings}: see {@link ControlInput#settings}
 *   <li>{@code POST /_sandbox/accounts}: see {@link ControlInput#account}
 *   <li>{@code POST /_sandbox/files?account=&fileId=&purpose=&filename=}: takes the body as a file
 *       of that account under that id, as the examples of documentation have fixed ids
 *   <li>{@code POST /_sandbox/voices} {@code {"account": "…", "voiceId": "…", "pitchHz": n}}: from
 *       now on that voice sounds otherwise
 *   <li>{@code GET|POST|DELETE /_sandbox/faults}, {@code DELETE /_sandbox/faults/{id}}, {@code POST
 *       /_sandbox/faults/{id}/release}: see {@link FaultInput}
 *   <li>{@code GET /_sandbox/ledger?account=&voice_id=}: what was charged, with totals
 *   <li>{@code GET /_sandbox/requests?path=}: what was asked, oldest first
 *   <li>{@code DELETE /_sandbox/requests}: empties that log
 *   <li>{@code GET /_sandbox/callbacks}: challenges and news that were sent, oldest first
 *   <li>{@code POST /_sandbox/reset}: forgets everything
 * </ul>
 */
public final class ControlHandler implements Endpoint {
  public static final String PREFIX = "/_sandbox";
  private static final String FAULTS = PREFIX + "/faults";
  private static final Logger LOG = System.getLogger(ControlHandler.class.getName());

  private final World world;
  private final FileShelf shelf;
  private final Faults faults;
  private final RequestLog log;
  private final RateLimits limits;
  private final Callbacks callbacks;
  private final ControlView view;

  public ControlHandler(
      World world,
      FileShelf shelf,
      Faults faults,
      RequestLog log,
      RateLimits limits,
      Callbacks callbacks) {
    this.shelf = shelf;
    this.world = world;
    this.faults = faults;
    this.log = log;
    this.limits = limits;
    this.callbacks = callbacks;
    this.view = new ControlView(world, faults);
  }

  @Override
  public Answer handle(Call call) {
    try {
      return Answer.json(200, served(call));
    } catch (Refusal refusal) {
      return Answer.json(400, Call.object().put("error", refusal.getMessage()));
    } catch (UnknownPath unknown) {
      return Answer.text(404, "text/plain", "404 page not found");
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "the control interface failed at " + call.path(), e);
      return Answer.json(500, Call.object().put("error", "see the sandbox's log"));
    }
  }

  private JsonNode served(Call call) throws IOException, UnknownPath {
    String operation = call.method() + " " + call.path().substring(PREFIX.length());
    if (operation.startsWith("POST /faults/") || operation.startsWith("DELETE /faults/")) {
      return oneFault(call);
    }
    return switch (operation) {
      case "GET /state" -> view.state();
      case "POST /clock" -> clock(call);
      case "POST /settings" -> settings(call);
      case "POST /accounts" -> account(call);
      case "POST /files" -> placeFile(call);
      case "POST /voices" -> voice(call);
      case "GET /faults" -> view.faults();
      case "POST /faults" -> addFault(call);
      case "DELETE /faults" -> clearFaults();
      case "GET /ledger" -> view.ledger(call.query("account"), call.query("voice_id"));
      case "GET /requests" -> requests(call);
      case "DELETE /requests" -> clearRequests();
      case "GET /callbacks" -> ControlView.callbacks(callbacks.all());
      case "POST /reset" -> reset();
      default -> throw new UnknownPath();
    };
  }

  private JsonNode clock(Call call) throws IOException {
    Fields fields = call.json();
    long seconds = fields.requireInt64("advanceSeconds");
    if (seconds < 0 || seconds > Integer.MAX_VALUE) {
      throw fields.refusal("advanceSeconds", "must be in [0, 2147483647]; time only goes ahead");
    }
    world.advance(seconds);
    return Call.object().put("time", world.now().toString());
  }

  private JsonNode settings(Call call) throws IOException {
    world.change(ControlInput.settings(call.json(), world.settings()));
    return view.settings();
  }

  private JsonNode account(Call call) throws IOException {
    Fields fields = call.json();
    String name = fields.requireText("name");
    world.put(ControlInput.account(fields, name, world.account(name)));
    return view.state().get("accounts");
  }

  private JsonNode placeFile(Call call) throws IOException {
    String id = call.query("fileId").orElse("");
    String account = call.query("account").orElse("");
    if (!id.matches("[1-9]\\d{0,17}") || world.account(account).isEmpty()) {
      throw Code.INVALID_PARAMS.refusal("account or fileId is wrong");
    }
    shelf.place(
        Long.parseLong(id),
        account,
        call.query("purpose").orElse("voice_clone"),
        call.query("filename").orElse("placed.wav"),
        call.exchange().getInputStream());
    return view.state().get("files");
  }

  private JsonNode voice(Call call) throws IOException {
    Fields fields = call.json();
    String id = fields.requireText("voiceId");
    String account = fields.requireText("account");
    Voice voice =
        world.voices().stream()
            .filter(known -> known.account().equals(account) && known.voiceId().equals(id))
            .findFirst()
            .orElseThrow(() -> fields.refusal("voiceId", "is no voice of that account"));
    double pitch = fields.decimal("pitchHz", 75, 320).orElse(voice.pitchHz());
    world.put(voice.sounding(pitch));
    return view.state().get("voices");
  }

  private JsonNode addFault(Call call) throws IOException {
    Fields fields = call.json();
    Fault fault = faults.add(FaultInput.match(fields), FaultInput.effect(fields));
    return view.fault(fault);
  }

  private JsonNode clearFaults() {
    faults.clear();
    return view.faults();
  }

  private JsonNode oneFault(Call call) throws UnknownPath {
    String rest = call.path().substring(FAULTS.length() + 1);
    Optional<Fault> fault = Optional.empty();
    if (call.method().equals("DELETE")) {
      fault = faults.remove(rest);
    } else if (rest.endsWith("/release")) {
      fault = faults.release(rest.substring(0, rest.length() - "/release".length()));
    }
    return view.fault(fault.orElseThrow(UnknownPath::new));
  }

  private JsonNode requests(Call call) {
    Optional<String> path = call.query("path");
    ArrayNode list = Json.MAPPER.createArrayNode();
    log.all().stream()
        .filter(r -> path.isEmpty() || path.get().equals(r.asked().path()))
        .forEach(r -> list.add(ControlView.request(r)));
    ObjectNode answer = Call.object();
    answer.set("requests", list);
    return answer;
  }

  private JsonNode clearRequests() throws IOException {
    log.clear();
    return Call.object();
  }

  private JsonNode reset() throws IOException {
    faults.clear();
    limits.clear();
    callbacks.clear();
    world.reset();
    log.clear();
    return view.state();
  }

  private static final class UnknownPath extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
