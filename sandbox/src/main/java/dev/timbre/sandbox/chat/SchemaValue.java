package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.timbre.sandbox.model.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a JSON value that a schema allows: types, enum and const, limits of numbers, text, arrays
 * and objects, formats, patterns, {@code $ref} within the schema, allOf, anyOf, oneOf. Optional
 * properties are filled too, except deep inside. The rules {@code not}, {@code if} and {@code
 * patternProperties} are not looked at.
 */
final class SchemaValue {
  /** From here on only what is required. */
  private static final int DEEP = 4;

  private static final int TOO_DEEP = 40;
  private static final int MAX_NODES = 5_000;
  private static final int MAX_ITEMS = 1_000;

  private final JsonNode root;
  private final Hints hints;
  private int nodes;

  private SchemaValue(JsonNode root, Hints hints) {
    this.root = root;
    this.hints = hints;
  }

  /** Where in the value we are: the name of the property, how deep, and which of many. */
  private record Spot(String name, int depth, int ordinal) {
    Spot into(String property) {
      return new Spot(property, depth + 1, 0);
    }

    Spot item(int which) {
      return new Spot(name, depth + 1, which);
    }

    boolean isDeep() {
      return depth >= DEEP;
    }
  }

  /**
   * A value for a schema.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when no value was found
   */
  static JsonNode of(JsonNode schema, Hints hints) {
    try {
      return new SchemaValue(schema, hints).make(schema, new Spot("", 0, 0));
    } catch (Unsatisfiable e) {
      throw Code.INVALID_PARAMS.refusal("no value satisfies the JSON schema: " + e.getMessage());
    }
  }

  private JsonNode make(JsonNode given, Spot spot) {
    if (++nodes > MAX_NODES) {
      throw Code.INVALID_PARAMS.refusal(
          "the JSON schema asks for more than " + MAX_NODES + " values");
    }
    if (spot.depth() > TOO_DEEP) {
      throw new Unsatisfiable("it nests more than " + TOO_DEEP + " levels");
    }
    if (given.isBoolean() && !given.booleanValue()) {
      throw new Unsatisfiable("it allows nothing");
    }
    JsonNode schema = flat(given, 0);
    JsonNode alternatives = schema.has("anyOf") ? schema.get("anyOf") : schema.path("oneOf");
    if (alternatives.isArray() && !alternatives.isEmpty()) {
      return makeOneOf(schema, alternatives, spot);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.path("enum").isArray()) {
      return oneOf(schema.get("enum"), spot);
    }
    return makeTyped(schema, spot);
  }

  /** The schema with its references followed and all its {@code allOf} taken in. */
  private JsonNode flat(JsonNode schema, int steps) {
    if (steps > TOO_DEEP) {
      throw new Unsatisfiable("its references go round in a circle");
    }
    if (schema.path("$ref").isTextual()) {
      ObjectNode rest = schema.deepCopy();
      rest.remove("$ref");
      return flat(SchemaMerge.of(referred(schema.get("$ref").textValue()), rest), steps + 1);
    }
    if (schema.path("allOf").isArray()) {
      ObjectNode merged = schema.deepCopy();
      merged.remove("allOf");
      for (JsonNode part : schema.get("allOf")) {
        merged = SchemaMerge.of(merged, flat(part, steps + 1));
      }
      return flat(merged, steps + 1);
    }
    return schema;
  }

  private JsonNode referred(String reference) {
    JsonNode target =
        reference.equals("#")
            ? root
            : reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
    if (target == null || target.isMissingNode()) {
      throw new Unsatisfiable("$ref \"" + reference + "\" leads nowhere");
    }
    return target;
  }

  private JsonNode makeOneOf(JsonNode schema, JsonNode alternatives, Spot spot) {
    ObjectNode rest = schema.deepCopy();
    rest.remove(List.of("anyOf", "oneOf"));
    List<JsonNode> order = new ArrayList<>();
    alternatives.forEach(order::add);
    if (spot.isDeep()) {
      order.sort(Comparator.comparingInt(SchemaValue::weight));
    }
    Unsatisfiable last = null;
    for (JsonNode alternative : order) {
      try {
        return make(SchemaMerge.of(rest, flat(alternative, 0)), spot);
      } catch (Unsatisfiable e) {
        last = e;
      }
    }
    throw last;
  }

  private static int weight(JsonNode schema) {
    if (schema.has("$ref")) {
      return 3;
    }
    return switch (schema.path("type").asText()) {
      case "null" -> 0;
      case "object", "array" -> 2;
      default -> 1;
    };
  }

  private JsonNode oneOf(JsonNode values, Spot spot) {
    if (values.isEmpty()) {
      throw new Unsatisfiable("an enum is empty");
    }
    for (JsonNode value : values) {
      if (value.isTextual() && spot.ordinal() == 0 && hints.mention(value.textValue())) {
        return value;
      }
    }
    return values.get(spot.ordinal() % values.size());
  }

  private JsonNode makeTyped(JsonNode schema, Spot spot) {
    return switch (typeOf(schema)) {
      case "object" -> makeObject(schema, spot);
      case "array" -> makeArray(schema, spot);
      case "integer" -> number(schema, true, spot);
      case "number" -> number(schema, false, spot);
      case "boolean" -> BooleanNode.valueOf(spot.ordinal() % 2 == 0);
      case "null" -> NullNode.getInstance();
      default ->
          TextNode.valueOf(
              new SchemaText(schema).pick(spot.name(), hints.texts(spot.name()), spot.ordinal()));
    };
  }

  private JsonNode number(JsonNode schema, boolean whole, Spot spot) {
    return new SchemaNumber(schema, whole).pick(hints.numbers(spot.name()), spot.ordinal());
  }

  private static String typeOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asText().equals("null")) {
          return one.asText();
        }
      }
      return "null";
    }
    if (type.isTextual()) {
      return type.textValue();
    }
    if (schema.has("properties") || schema.has("required") || schema.has("minProperties")) {
      return "object";
    }
    if (schema.has("items") || schema.has("prefixItems") || schema.has("minItems")) {
      return "array";
    }
    return schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")
        ? "number"
        : "string";
  }

  private JsonNode makeObject(JsonNode schema, Spot spot) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    JsonNode properties = schema.path("properties");
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
    properties
        .properties()
        .forEach(
            p -> {
              boolean wanted = required.contains(p.getKey());
              boolean room = object.size() + missing(required, object) < most;
              if (wanted) {
                object.set(p.getKey(), make(p.getValue(), spot.into(p.getKey())));
              } else if (!spot.isDeep() && room) {
                addIfPossible(object, p.getKey(), p.getValue(), spot);
              }
            });
    JsonNode others = schema.path("additionalProperties");
    for (String name : required) {
      if (!object.has(name)) {
        object.set(name, make(others, spot.into(name)));
      }
    }
    for (int i = 1; object.size() < schema.path("minProperties").asInt(0); i++) {
      object.set("property" + i, make(others, spot.into("property" + i)));
    }
    return object;
  }

  private static int missing(Set<String> required, ObjectNode object) {
    return (int) required.stream().filter(name -> !object.has(name)).count();
  }

  private void addIfPossible(ObjectNode object, String name, JsonNode schema, Spot spot) {
    try {
      object.set(name, make(schema, spot.into(name)));
    } catch (Unsatisfiable e) {
      // Optional, so it may be missing.
    }
  }

  private JsonNode makeArray(JsonNode schema, Spot spot) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    JsonNode first = schema.path("prefixItems");
    int least = schema.path("minItems").asInt(0);
    if (least > MAX_ITEMS) {
      throw new Unsatisfiable("minItems is above " + MAX_ITEMS);
    }
    int usual = spot.isDeep() ? 0 : Math.max(1, first.size());
    int wanted = Math.min(Math.max(least, usual), schema.path("maxItems").asInt(MAX_ITEMS));
    boolean unique = schema.path("uniqueItems").asBoolean();
    Set<JsonNode> seen = new LinkedHashSet<>();
    for (int ordinal = 0; array.size() < wanted && ordinal < 4 * wanted + 16; ordinal++) {
      JsonNode itemSchema =
          array.size() < first.size() ? first.get(array.size()) : schema.path("items");
      JsonNode item;
      try {
        item = make(itemSchema, spot.item(ordinal));
      } catch (Unsatisfiable e) {
        if (array.size() >= least) {
          break;
        }
        throw e;
      }
      if (seen.add(item) || !unique) {
        array.add(item);
      }
    }
    if (array.size() < least) {
      throw new Unsatisfiable("there are not so many different items");
    }
    return array;
  }
}
