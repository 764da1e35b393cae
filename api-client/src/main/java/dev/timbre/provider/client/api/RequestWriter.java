package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.WireRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a request as the JSON that it describes itself as. */
@Produces(MediaType.APPLICATION_JSON)
public final class RequestWriter implements MessageBodyWriter<WireRequest> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return WireRequest.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      WireRequest request,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(request.toBytes());
  }
}
