package dev.timbre.platform.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** One binding for all requests; making one for each costs more than most requests themselves. */
@Provider
public class SharedJsonb implements ContextResolver<Jsonb> {

  // ordered, so that the same thing is the same text in every answer and on every node
  private static final Jsonb JSON =
      JsonbBuilder.create(
          new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

  @Override
  public Jsonb getContext(Class<?> type) {
    return JSON;
  }
}
