package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an answer must look like.
 *
 * @param schema for {@link Kind#SCHEMA}; else null
 */
record Shape(Kind kind, JsonNode schema) {

  /** Prose, any JSON object, or JSON of one schema. */
  enum Kind {
    TEXT,
    OBJECT,
    SCHEMA
  }

  /** Prose. */
  static final Shape TEXT = new Shape(Kind.TEXT, null);

  /** Any JSON object. */
  static final Shape OBJECT = new Shape(Kind.OBJECT, null);

  static Shape of(JsonNode schema) {
    return new Shape(Kind.SCHEMA, schema);
  }
}
