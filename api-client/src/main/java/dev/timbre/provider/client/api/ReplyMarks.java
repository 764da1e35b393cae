package dev.timbre.provider.client.api;

import dev.timbre.provider.client.error.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;

/**
 * Takes the HTTP status out of the framework's way. Success is what the envelope says, so every
 * answer must reach {@link AnswerReader}: status and media type are replaced by "200, JSON" and
 * kept, with the operation, in headers that exist only in memory.
 */
@Priority(Integer.MAX_VALUE)
public final class ReplyMarks implements ClientResponseFilter {

  /** The true HTTP status. */
  public static final String STATUS = "Timbre-Reply-Status";

  /** Name of the {@link Operation}; also the request property that holds the operation itself. */
  public static final String OPERATION = "Timbre-Reply-Operation";

  /** The true media type; absent when there was none. */
  public static final String MEDIA_TYPE = "Timbre-Reply-Media-Type";

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    MultivaluedMap<String, String> headers = response.getHeaders();
    Operation operation = operation(request);
    headers.putSingle(STATUS, Integer.toString(response.getStatus()));
    headers.putSingle(OPERATION, operation.name());
    String mediaType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    headers.remove(MEDIA_TYPE);
    if (mediaType != null) {
      headers.putSingle(MEDIA_TYPE, mediaType);
    }
    response.setStatus(200);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    if (!response.hasEntity()) {
      response.setEntityStream(InputStream.nullInputStream());
    }
  }

  /** Said by whoever rewrote the address for a dialect; else the address itself says it. */
  private static Operation operation(ClientRequestContext request) {
    return request.getProperty(OPERATION) instanceof Operation said
        ? said
        : Operation.at(request.getMethod(), request.getUri().getPath())
            .orElseThrow(IllegalStateException::new);
  }
}
