package dev.timbre.platform.rest;

import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Refuses query values of the wrong type by name; JAX-RS itself would say that there is nothing at
 * the address, which is right for paths only.
 */
@Provider
public class QueryValues implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    Optional<String> name =
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(annotation -> ((QueryParam) annotation).value())
            .findFirst();
    if (name.isEmpty()) {
      return null;
    }
    if (type == String.class) {
      return (ParamConverter<T>)
          new Converter<>(name.get(), "text without control characters", QueryValues::plain);
    }
    if (type == UUID.class) {
      return (ParamConverter<T>) new Converter<>(name.get(), "a UUID", UUID::fromString);
    }
    if (type == int.class || type == Integer.class) {
      return (ParamConverter<T>) new Converter<>(name.get(), "a whole number", Integer::valueOf);
    }
    return null;
  }

  private static String plain(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("control character");
    }
    return text;
  }

  private record Converter<V>(String field, String kind, Function<String, V> parser)
      implements ParamConverter<V> {

    /**
     * @throws Invalid when the text is not of that kind
     */
    @Override
    public V fromString(String text) {
      if (text == null) {
        return null;
      }
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw Given.invalid(field, "malformed", text, kind, field + " must be " + kind + ".");
      }
    }

    @Override
    public String toString(V value) {
      return value.toString();
    }
  }
}
