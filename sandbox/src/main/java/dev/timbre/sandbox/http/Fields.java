package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Typed reading of a JSON object. Unknown fields are ignored and null counts as absent; a wrong
 * type or a value out of range is refused with 2013 and a message that names the field.
 */
public final class Fields {
  private final String prefix;
  private final JsonNode object;

  public Fields(String prefix, JsonNode object) {
    this.prefix = prefix;
    this.object = object;
  }

  /** All of it, for one who changes it and passes it on. */
  public ObjectNode copy() {
    return object.deepCopy();
  }

  /** A string; empty counts as a value. */
  public Optional<String> text(String name) {
    return value(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  /** A string that is there and not empty. */
  public String requireText(String name) {
    return text(name).filter(t -> !t.isEmpty()).orElseThrow(() -> refusal(name, "is empty"));
  }

  /** One of some strings; null, absent and "" mean none. */
  public Optional<String> choice(String name, Collection<String> allowed) {
    Optional<String> chosen = text(name).filter(t -> !t.isEmpty());
    if (chosen.isPresent() && !allowed.contains(chosen.get())) {
      throw refusal(name, "must be one of " + allowed + ", got \"" + shown(chosen.get()) + "\"");
    }
    return chosen;
  }

  /** An int64 that is there. */
  public long requireInt64(String name) {
    JsonNode node =
        value(name, n -> n.isIntegralNumber() && n.canConvertToLong(), "an int64")
            .orElseThrow(() -> refusal(name, "is empty"));
    return node.longValue();
  }

  /** A whole number in a range. */
  public Optional<Integer> whole(String name, int min, int max) {
    Optional<JsonNode> node = value(name, JsonNode::isIntegralNumber, "an integer");
    if (node.isPresent() && !isWithin(node.get(), min, max)) {
      throw refusal(name, "must be in [" + min + ", " + max + "], got " + shown(node.get()));
    }
    return node.map(JsonNode::intValue);
  }

  /** A whole number out of a few. */
  public Optional<Integer> whole(String name, List<Integer> allowed) {
    Optional<JsonNode> node = value(name, JsonNode::isIntegralNumber, "an integer");
    if (node.isPresent()
        && !(node.get().canConvertToInt() && allowed.contains(node.get().intValue()))) {
      throw refusal(name, "must be one of " + allowed + ", got " + shown(node.get()));
    }
    return node.map(JsonNode::intValue);
  }

  /** A number in a closed range. */
  public Optional<Double> decimal(String name, double min, double max) {
    Optional<JsonNode> node = value(name, JsonNode::isNumber, "a number");
    if (node.isPresent() && !isWithin(node.get(), min, max)) {
      throw refusal(name, "must be in [" + min + ", " + max + "], got " + shown(node.get()));
    }
    return node.map(JsonNode::doubleValue);
  }

  /** A boolean, false if absent. */
  public boolean flag(String name) {
    return value(name, JsonNode::isBoolean, "a boolean").map(JsonNode::booleanValue).orElse(false);
  }

  /** A nested object. */
  public Optional<Fields> object(String name) {
    return value(name, JsonNode::isObject, "an object").map(n -> new Fields(full(name) + ".", n));
  }

  /** A nested list of objects; empty if absent. */
  public List<Fields> objects(String name) {
    List<Fields> items = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!item.isObject()) {
        throw refusal(name, "must hold objects only");
      }
      items.add(new Fields(full(name) + "[" + items.size() + "].", item));
    }
    return items;
  }

  /** A nested list of strings; empty if absent. */
  public List<String> texts(String name) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!item.isTextual()) {
        throw refusal(name, "must hold strings only");
      }
      items.add(item.textValue());
    }
    return items;
  }

  /** Whatever stands there, for a field of more than one type; empty for null and absent. */
  public Optional<JsonNode> any(String name) {
    return value(name, node -> true, "anything");
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A refusal with 2013 that names the field in full. */
  public Refusal refusal(String name, String complaint) {
    return Code.INVALID_PARAMS.refusal(full(name) + " " + complaint);
  }

  private Iterable<JsonNode> list(String name) {
    return value(name, JsonNode::isArray, "an array")
        .<Iterable<JsonNode>>map(n -> n)
        .orElse(List.of());
  }

  private Optional<JsonNode> value(String name, Predicate<JsonNode> type, String wanted) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!type.test(node)) {
      throw refusal(name, "must be " + wanted + ", got " + shown(node));
    }
    return Optional.of(node);
  }

  private static boolean isWithin(JsonNode number, double min, double max) {
    double value = number.doubleValue();
    return value >= min && value <= max;
  }

  private String full(String name) {
    return prefix + name;
  }

  private static String shown(JsonNode node) {
    return node.isContainerNode()
        ? node.getNodeType().toString().toLowerCase(Locale.ROOT)
        : shown(node.toString());
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
