package dev.timbre.platform.rest;

import dev.timbre.platform.error.Violation;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Blames the caller for what goes wrong while a body is read, whatever the reader throws; the same
 * exceptions anywhere else are faults of our own. A value of the wrong type is refused by its name.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

  private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      if (context.getType().isRecord() && isJson(context.getMediaType())) {
        requireTypes(context);
      }
      return context.proceed();
    } catch (WebApplicationException | NoContentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new MalformedBody(e);
    }
  }

  private static boolean isJson(MediaType type) {
    return MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
  }

  /** Bodies are small by now, see {@link IdempotencyFilter}. */
  private static void requireTypes(ReaderInterceptorContext context) throws IOException {
    byte[] body = context.getInputStream().readAllBytes();
    context.setInputStream(new ByteArrayInputStream(body));
    if (body.length == 0) {
      return; // no body at all is judged by the resource
    }
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(body))) {
      List<Violation> violations = BodyTypes.violations(reader.readValue(), context.getType());
      if (!violations.isEmpty()) {
        throw new MalformedBody(violations);
      }
    }
  }
}
