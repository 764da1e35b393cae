package dev.timbre.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Json;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request under way. Used by one thread. */
public final class Call {
  private static final int MAX_JSON_BYTES = 4 << 20;

  private final HttpServerExchange exchange;
  private final String traceId;
  private Account account;
  private String key;
  private String voiceId;
  private ObjectNode replacement;
  private final Map<String, String> replacedQuery = new HashMap<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private Map<String, String> pathParameters = Map.of();

  public Call(HttpServerExchange exchange, String traceId) {
    this.exchange = exchange;
    this.traceId = traceId;
  }

  public HttpServerExchange exchange() {
    return exchange;
  }

  public String traceId() {
    return traceId;
  }

  public String method() {
    return exchange.getRequestMethod().toString();
  }

  public String path() {
    return exchange.getRequestPath();
  }

  public Optional<String> query(String name) {
    if (replacedQuery.containsKey(name)) {
      return Optional.of(replacedQuery.get(name));
    }
    Deque<String> values = exchange.getQueryParameters().get(name);
    return Optional.ofNullable(values).map(Deque::peekFirst);
  }

  void matched(Map<String, String> parameters) {
    pathParameters = parameters;
  }

  /** What stands in the path where the route's template has {@code {name}}. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** A header of the request. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /**
   * The body as a JSON object, however it calls its content type.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is none or larger than 4 MiB
   */
  public Fields json() throws IOException {
    return json(MAX_JSON_BYTES);
  }

  /**
   * The same for an operation with a limit of its own.
   *
   * @param maxBytes a whole number of MiB
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is no object or larger than that
   */
  public Fields json(int maxBytes) throws IOException {
    if (replacement != null) {
      return new Fields("", replacement);
    }
    byte[] body = exchange.getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw Code.INVALID_PARAMS
          .refusal("the body is larger than " + (maxBytes >> 20) + " MiB")
          .withStatus(413);
    }
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw Code.INVALID_PARAMS.refusal("the body is not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw Code.INVALID_PARAMS.refusal("the body is not a JSON object");
    }
    return new Fields("", node);
  }

  /** Puts another body in place of the one that was sent, before the call is passed on. */
  public void replaceBody(ObjectNode body) {
    replacement = body;
  }

  /** Puts another value in place of a query parameter, before the call is passed on. */
  public void replaceQuery(String name, String value) {
    replacedQuery.put(name, value);
  }

  /** Remembers who calls, and with which key. */
  public void by(Account caller, String itsKey) {
    account = caller;
    key = itsKey;
  }

  /** Who calls; null until recognised. */
  public Account account() {
    return account;
  }

  public String key() {
    return key;
  }

  /** Remembers which voice the request is about, for the request log. */
  public void about(String voice) {
    voiceId = voice.substring(0, Math.min(voice.length(), 256));
  }

  public String voiceId() {
    return voiceId;
  }

  /** Leaves something to be done when the answer has gone out, or cannot. */
  public void atEnd(Runnable work) {
    atEnd.add(work);
  }

  void end() {
    atEnd.forEach(Runnable::run);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
