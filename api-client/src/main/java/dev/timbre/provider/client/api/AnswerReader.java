package dev.timbre.provider.client.api;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Reads a whole body and lets the wire package judge it: a body that is cut off fails as a network
 * fault, before anything is understood from its half.
 */
@Consumes(MediaType.WILDCARD)
public final class AnswerReader implements MessageBodyReader<WireAnswer> {

  /** 10,000 characters spoken as 44.1 kHz stereo PCM in hex stay below this. */
  static final int LARGEST_ANSWER = 512 * 1024 * 1024;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return AnswerKinds.knows(type);
  }

  /**
   * @throws ProviderRefused when the provider says no
   * @throws ProviderAnswerUnreadable when it says nothing of the contract
   * @throws IOException when the body is cut off
   */
  @Override
  public WireAnswer readFrom(
      Class<WireAnswer> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return AnswerKinds.read(type, reply(headers, body.readNBytes(LARGEST_ANSWER)));
  }

  /** The answer whose headers {@link ReplyMarks} has marked. */
  private static Reply reply(MultivaluedMap<String, String> headers, byte[] body) {
    String traceId = headers.getFirst("Trace-Id");
    return new Reply(
        Operation.valueOf(headers.getFirst(ReplyMarks.OPERATION)),
        Integer.parseInt(headers.getFirst(ReplyMarks.STATUS)),
        Optional.ofNullable(headers.getFirst(ReplyMarks.MEDIA_TYPE)),
        traceId != null ? traceId : headers.getFirst("X-Trace-Id"),
        body);
  }
}
