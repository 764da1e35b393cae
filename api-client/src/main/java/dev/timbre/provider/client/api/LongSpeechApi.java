package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Text to speech by order: for texts too long for one answer. */
@RegisterRestClient(configKey = "minimax-long-speech")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface LongSpeechApi extends AutoCloseable {

  @POST
  @Path("t2a_async_v2")
  LongSpeechOrder order(LongSpeechRequest request);

  /** At most ten times a second. */
  @GET
  @Path("query/t2a_async_query_v2")
  LongSpeechProgress query(@QueryParam("task_id") String taskId);

  @Override
  void close();
}
