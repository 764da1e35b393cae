package dev.timbre.it.provider;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Something that befalls requests at the provider. */
public final class Misfortune {

  public static final Map<String, Object> CUT_BEFORE = Map.of("type", "cutBefore");
  public static final Map<String, Object> CUT_AFTER = Map.of("type", "cutAfter");
  public static final Map<String, Object> HALF_BODY = Map.of("type", "halfBody");
  public static final Map<String, Object> HTML_502 = Map.of("type", "status", "status", 502);
  public static final Map<String, Object> HOLD_BEFORE = hold("before");
  public static final Map<String, Object> HOLD_AFTER = hold("after");

  private final Timbre control;
  private final String id;

  Misfortune(Timbre control, String id) {
    this.control = control;
    this.id = id;
  }

  /** An envelope with that code, the work undone. */
  public static Map<String, Object> code(int code) {
    return Map.of("type", "code", "code", code);
  }

  /** That effect, with the work done. */
  public static Map<String, Object> afterWork(Map<String, Object> effect) {
    Map<String, Object> changed = new LinkedHashMap<>(effect);
    changed.put("when", "after");
    return changed;
  }

  /** An answer that is later than anybody waits, the work done. */
  public static Map<String, Object> slow(Duration time) {
    return Map.of("type", "delay", "millis", time.toMillis(), "when", "after");
  }

  private static Map<String, Object> hold(String when) {
    return Map.of("type", "hold", "when", when);
  }

  /** Waits until a request is held. */
  public void awaitHeld() {
    awaitHeld(1);
  }

  public void awaitHeld(int requests) {
    await().atMost(Duration.ofSeconds(60)).until(() -> state().path("held").asInt() >= requests);
  }

  public void release() {
    control.post("/_sandbox/faults/" + id + "/release").expect(200);
  }

  private JsonNode state() {
    JsonNode faults = control.get("/_sandbox/faults").expect(200).json().path("faults");
    return StreamSupport.stream(faults.spliterator(), false)
        .filter(fault -> id.equals(fault.path("id").asText()))
        .findFirst()
        .orElseThrow();
  }
}
