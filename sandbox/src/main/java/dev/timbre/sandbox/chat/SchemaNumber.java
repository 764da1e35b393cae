package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers that a schema allows: its limits, its step, whole or not. */
final class SchemaNumber {
  private static final int MAX_EXPONENT = 400;
  private static final List<String> RULES =
      List.of(
          "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default");

  private final JsonNode schema;
  private final boolean whole;

  SchemaNumber(JsonNode schema, boolean whole) {
    this.schema = schema;
    this.whole = whole;
  }

  /**
   * The first allowed number, or a later one for a later ordinal.
   *
   * @throws Unsatisfiable when none was found
   */
  JsonNode pick(List<BigDecimal> hints, int ordinal) {
    requireReasonable();
    List<BigDecimal> candidates = new ArrayList<>(hints);
    addGiven(candidates);
    BigDecimal step = step();
    for (BigDecimal start : starts()) {
      for (int i = -2; i <= 2 + ordinal; i++) {
        candidates.add(onStep(start).add(step.multiply(BigDecimal.valueOf(i))));
      }
    }
    return candidates.stream()
        .filter(this::allows)
        .map(BigDecimal::stripTrailingZeros)
        .distinct()
        .skip(ordinal)
        .findFirst()
        .map(this::node)
        .orElseThrow(() -> new Unsatisfiable("no number fits"));
  }

  /** Numbers beyond that have no use, and their digits would fill the memory. */
  private void requireReasonable() {
    for (String rule : RULES) {
      JsonNode number = schema.path(rule);
      if (number.isNumber()) {
        BigDecimal value = number.decimalValue();
        if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
          throw new Unsatisfiable(rule + " is beyond 1e" + MAX_EXPONENT);
        }
      }
    }
  }

  private void addGiven(List<BigDecimal> candidates) {
    JsonNode preset = schema.path("default");
    if (preset.isNumber()) {
      candidates.add(preset.decimalValue());
    }
  }

  private List<BigDecimal> starts() {
    List<BigDecimal> starts = new ArrayList<>();
    starts.add(BigDecimal.ONE);
    for (String limit : List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")) {
      if (schema.path(limit).isNumber()) {
        starts.add(schema.get(limit).decimalValue());
      }
    }
    if (starts.size() == 3) {
      BigDecimal sum = starts.get(1).add(starts.get(2));
      starts.add(sum.divide(BigDecimal.valueOf(2), sum.scale() + 6, RoundingMode.HALF_EVEN));
    }
    return starts;
  }

  private BigDecimal step() {
    JsonNode multiple = schema.path("multipleOf");
    if (multiple.isNumber() && multiple.decimalValue().signum() > 0) {
      return multiple.decimalValue();
    }
    return whole ? BigDecimal.ONE : new BigDecimal("0.5");
  }

  private BigDecimal onStep(BigDecimal number) {
    if (schema.path("multipleOf").isNumber()) {
      BigDecimal step = step();
      return number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }
    return whole ? number.setScale(0, RoundingMode.FLOOR) : number;
  }

  private boolean allows(BigDecimal number) {
    boolean onStep =
        !schema.path("multipleOf").isNumber() || number.remainder(step()).signum() == 0;
    boolean isWhole = !whole || number.remainder(BigDecimal.ONE).signum() == 0;
    return onStep
        && isWhole
        && compares(number, "minimum", 0, 1)
        && compares(number, "maximum", 0, -1)
        && compares(number, "exclusiveMinimum", 1, 1)
        && compares(number, "exclusiveMaximum", -1, -1);
  }

  private boolean compares(BigDecimal number, String limit, int one, int other) {
    if (!schema.path(limit).isNumber()) {
      return true;
    }
    int order = number.compareTo(schema.get(limit).decimalValue());
    return order == one || order == other;
  }

  private JsonNode node(BigDecimal number) {
    return number.remainder(BigDecimal.ONE).signum() == 0
            && number.precision() - number.scale() < 18
        ? LongNode.valueOf(number.longValueExact())
        : DecimalNode.valueOf(number);
  }
}
