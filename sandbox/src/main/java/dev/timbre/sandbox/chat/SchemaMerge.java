package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Two schemas as one that asks for both. */
final class SchemaMerge {
  private static final Set<String> LOWER_LIMITS =
      Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final Set<String> UPPER_LIMITS =
      Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

  private SchemaMerge() {}

  static ObjectNode of(JsonNode one, JsonNode other) {
    ObjectNode merged = one.isObject() ? ((ObjectNode) one).deepCopy() : empty();
    for (Map.Entry<String, JsonNode> rule : other.properties()) {
      JsonNode known = merged.get(rule.getKey());
      merged.set(
          rule.getKey(),
          known == null ? rule.getValue() : both(rule.getKey(), known, rule.getValue()));
    }
    return merged;
  }

  private static JsonNode both(String rule, JsonNode one, JsonNode other) {
    if (LOWER_LIMITS.contains(rule) && one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) >= 0 ? one : other;
    }
    if (UPPER_LIMITS.contains(rule) && one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) <= 0 ? one : other;
    }
    if (!one.isContainerNode() || one.getNodeType() != other.getNodeType()) {
      return rule.equals("additionalProperties") && isNothing(one) ? one : other;
    }
    return switch (rule) {
      case "properties", "$defs", "definitions" -> members(one, other);
      case "required" -> union(one, other);
      case "enum" -> common(one, other);
      case "allOf" -> union(one, other);
      case "items", "additionalProperties" -> of(one, other);
      default -> other;
    };
  }

  private static JsonNode members(JsonNode one, JsonNode other) {
    ObjectNode members = one.deepCopy();
    for (Map.Entry<String, JsonNode> member : other.properties()) {
      JsonNode known = members.get(member.getKey());
      members.set(
          member.getKey(),
          known == null || known.equals(member.getValue())
              ? member.getValue()
              : of(known, member.getValue()));
    }
    return members;
  }

  private static boolean isNothing(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }

  private static JsonNode union(JsonNode one, JsonNode other) {
    ArrayNode union = array();
    one.forEach(union::add);
    other.forEach(union::add);
    return union;
  }

  private static JsonNode common(JsonNode one, JsonNode other) {
    ArrayNode common = array();
    for (JsonNode value : one) {
      for (JsonNode allowed : other) {
        if (allowed.equals(value)) {
          common.add(value);
        }
      }
    }
    return common;
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
