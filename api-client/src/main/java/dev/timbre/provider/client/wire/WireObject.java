package dev.timbre.provider.client.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A JSON object read with good will: numbers may come as strings and strings as numbers; what is
 * missing, null, empty or of another kind is simply not there.
 */
public final class WireObject {

  public static final WireObject EMPTY = new WireObject(JsonValue.EMPTY_JSON_OBJECT);

  /** More digits are no id and no quantity, but cost time to convert. */
  private static final int MOST_DIGITS = 40;

  /** Seconds after which a time would be no sensible date: the year 10000. */
  private static final long LAST_SECOND = 253_402_300_800L;

  private final JsonObject json;

  public WireObject(JsonObject json) {
    this.json = json;
  }

  public boolean has(String name) {
    JsonValue value = json.get(name);
    return value != null && value != JsonValue.NULL;
  }

  /** Text, or the literal digits of a number. */
  public Optional<String> text(String name) {
    return textOf(json.get(name));
  }

  private static Optional<String> textOf(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.getString()).filter(text -> !text.isEmpty());
    }
    return value instanceof JsonNumber ? Optional.of(value.toString()) : Optional.empty();
  }

  /** An id, whatever its type on the wire, digit for digit. */
  public Optional<FileId> fileId(String name) {
    if (json.get(name) instanceof JsonNumber) {
      return number(name)
          .filter(WireObject::isWhole)
          .map(number -> new FileId(number.toBigInteger().toString()));
    }
    return text(name).map(String::strip).filter(id -> !id.isEmpty()).map(FileId::new);
  }

  public OptionalLong integer(String name) {
    return number(name)
        .filter(number -> number.precision() - number.scale() <= 18)
        .map(number -> OptionalLong.of(number.longValue()))
        .orElseGet(OptionalLong::empty);
  }

  /** Seconds since 1970; 0, as providers write "never", is not there. */
  public Optional<Instant> instant(String name) {
    OptionalLong seconds = integer(name);
    return seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() < LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : Optional.empty();
  }

  public OptionalInt smallInteger(String name) {
    OptionalLong integer = integer(name);
    return integer.isPresent() && integer.getAsLong() == (int) integer.getAsLong()
        ? OptionalInt.of((int) integer.getAsLong())
        : OptionalInt.empty();
  }

  /** Like {@link #smallInteger}, but a fraction is not rounded: it is not there. */
  public OptionalInt wholeNumber(String name) {
    return number(name).filter(WireObject::isWhole).isPresent()
        ? smallInteger(name)
        : OptionalInt.empty();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  public OptionalDouble decimal(String name) {
    return number(name)
        .map(number -> OptionalDouble.of(number.doubleValue()))
        .orElseGet(OptionalDouble::empty);
  }

  /** A number, digit for digit; for money. */
  public Optional<BigDecimal> amount(String name) {
    return number(name);
  }

  private Optional<BigDecimal> number(String name) {
    try {
      return text(name)
          .map(String::strip)
          .map(BigDecimal::new)
          .filter(n -> Math.abs((long) n.scale()) + n.precision() <= MOST_DIGITS);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** True, false, or their spelling as text or number. */
  public Optional<Boolean> flag(String name) {
    JsonValue value = json.get(name);
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return Optional.of(value == JsonValue.TRUE);
    }
    return textOf(value)
        .flatMap(
            text ->
                switch (text) {
                  case "true", "True", "1" -> Optional.of(true);
                  case "false", "False", "0" -> Optional.of(false);
                  default -> Optional.<Boolean>empty();
                });
  }

  /** An http or https address. */
  public Optional<ProviderUrl> url(String name) {
    try {
      return text(name)
          .map(String::strip)
          .map(URI::create)
          .filter(ProviderUrl::isWebAddress)
          .map(ProviderUrl::new);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** JSON that the contract packs into text; a provider that leaves it unpacked is understood. */
  public Optional<String> packedJson(String name) {
    return json.get(name) instanceof JsonStructure unpacked
        ? Optional.of(unpacked.toString())
        : text(name);
  }

  public Optional<WireObject> object(String name) {
    return json.get(name) instanceof JsonObject object
        ? Optional.of(new WireObject(object))
        : Optional.empty();
  }

  /** The object that a JSON pointer leads to; empty text leads to this one. */
  public Optional<WireObject> at(String pointer) {
    try {
      return JsonText.JSON.createPointer(pointer).getValue(json) instanceof JsonObject object
          ? Optional.of(new WireObject(object))
          : Optional.empty();
    } catch (JsonException leadsNowhere) {
      return Optional.empty();
    }
  }

  /** The objects of an array; anything else in it is left out. */
  public List<WireObject> objects(String name) {
    return json.get(name) instanceof JsonArray array
        ? array.stream()
            .filter(JsonObject.class::isInstance)
            .map(item -> new WireObject((JsonObject) item))
            .toList()
        : List.of();
  }

  /** The texts of an array, or one text alone. */
  public List<String> texts(String name) {
    return json.get(name) instanceof JsonArray array
        ? array.stream().flatMap(item -> textOf(item).stream()).toList()
        : text(name).map(List::of).orElseGet(List::of);
  }
}
