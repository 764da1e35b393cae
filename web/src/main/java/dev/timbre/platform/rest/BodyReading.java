package dev.timbre.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Blames the caller for what goes wrong while a body is read, whatever the reader throws; the same
 * exceptions anywhere else are faults of our own.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (WebApplicationException | NoContentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new MalformedBody(e);
    }
  }
}
