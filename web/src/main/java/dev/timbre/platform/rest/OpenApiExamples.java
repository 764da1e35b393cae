package dev.timbre.platform.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The examples of {@code examples.json}, by the name of the schema or of the operation. */
final class OpenApiExamples {

  private static final String PAGE = "PageBody";

  private final Map<String, Object> byName;

  private OpenApiExamples(Map<String, Object> byName) {
    this.byName = byName;
  }

  static OpenApiExamples read() {
    try (Jsonb json = JsonbBuilder.create();
        InputStream in = OpenApiExamples.class.getResourceAsStream("examples.json")) {
      @SuppressWarnings("unchecked")
      Map<String, Object> examples = json.fromJson(in, Map.class);
      return new OpenApiExamples(examples);
    } catch (Exception e) {
      throw new IllegalStateException("examples.json cannot be read", e);
    }
  }

  /** Gives the body the operation's own example, else that of its schema. */
  void illustrate(MediaType body, String operation) {
    String schema = name(body.getSchema());
    Object own = byName.get(operation);
    find(schema).map(found -> own == null ? found : own).ifPresent(body::setExample);
  }

  private Optional<Object> find(String schema) {
    if (schema.startsWith(PAGE)) {
      return Optional.ofNullable(byName.get(schema.substring(PAGE.length())))
          .map(item -> Map.of("items", List.of(item)));
    }
    return Optional.ofNullable(byName.get(schema));
  }

  /** The component that a schema refers to; empty when it stands for itself. */
  static String name(Schema schema) {
    return schema == null || schema.getRef() == null
        ? ""
        : schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
  }
}
