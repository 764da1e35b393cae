package dev.timbre.platform.rest;

import dev.timbre.platform.error.Violation;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what a body says with the types that it is read as. The binding itself would make {@code
 * false} of {@code "loud"}, 1 of 1.9 and a text of a number, and tell nobody.
 */
final class BodyTypes {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class, BigDecimal.class);
  private static final String TEXT = "a text";

  private static final Map<ValueType, String> FOUND =
      Map.of(
          ValueType.ARRAY, "a list",
          ValueType.OBJECT, "an object",
          ValueType.STRING, TEXT,
          ValueType.NUMBER, "a number",
          ValueType.TRUE, "true",
          ValueType.FALSE, "false");

  private final List<Violation> violations = new ArrayList<>();

  private BodyTypes() {}

  /**
   * Every value that has another type than the member it is meant for. Members that nobody knows
   * are passed over, and absence is judged elsewhere.
   *
   * @param type a record
   */
  static List<Violation> violations(JsonValue body, Class<?> type) {
    BodyTypes check = new BodyTypes();
    check.value("body", body, type);
    return check.violations;
  }

  private void value(String field, JsonValue value, Type type) {
    if (value.getValueType() == ValueType.NULL) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      generic(field, value, generic);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      if (is(field, value, "an object", ValueType.OBJECT)) {
        members("body".equals(field) ? "" : field + ".", value.asJsonObject(), plain);
      }
    } else {
      scalar(field, value, type);
    }
  }

  private void members(String prefix, JsonObject object, Class<?> type) {
    for (RecordComponent member : type.getRecordComponents()) {
      JsonbProperty renamed = member.getAccessor().getAnnotation(JsonbProperty.class);
      String name = renamed == null ? member.getName() : renamed.value();
      JsonValue value = object.get(name);
      if (value != null) {
        value(prefix + name, value, member.getGenericType());
      }
    }
  }

  private void generic(String field, JsonValue value, ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      if (is(field, value, "a list", ValueType.ARRAY)) {
        List<JsonValue> items = value.asJsonArray();
        for (int i = 0; i < items.size(); i++) {
          value(field + "[" + i + "]", items.get(i), arguments[0]);
        }
      }
    } else if (is(field, value, "an object", ValueType.OBJECT)) {
      value.asJsonObject().forEach((name, each) -> value(field + "." + name, each, arguments[1]));
    }
  }

  private void scalar(String field, JsonValue value, Type type) {
    if (type == boolean.class || type == Boolean.class) {
      is(field, value, "true or false", ValueType.TRUE, ValueType.FALSE);
    } else if (WHOLE.contains(type)) {
      boolean whole = value instanceof JsonNumber number && isWhole(number, type);
      is(field, value, "a whole number", whole ? ValueType.NUMBER : ValueType.NULL);
    } else if (DECIMAL.contains(type)) {
      is(field, value, "a number", ValueType.NUMBER);
    } else {
      is(field, value, TEXT, ValueType.STRING);
    }
  }

  private static boolean isWhole(JsonNumber number, Type type) {
    try {
      if (type == int.class || type == Integer.class) {
        number.intValueExact();
      } else {
        number.longValueExact();
      }
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private boolean is(String field, JsonValue value, String wanted, ValueType... allowed) {
    ValueType type = value.getValueType();
    if (List.of(allowed).contains(type)) {
      return true;
    }
    String found = FOUND.get(type);
    String message =
        found.equals("a number") && wanted.equals("a whole number")
            ? field + " is no whole number, or too large a one; give a whole number."
            : field + " is " + found + "; give " + wanted + ".";
    violations.add(new Violation(field, "type", found, wanted, message));
    return false;
  }
}
