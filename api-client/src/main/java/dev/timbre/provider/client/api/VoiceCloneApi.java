package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Cloning; apart from the other interfaces because its read time-out must be long. */
@RegisterRestClient(configKey = "minimax-clone")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/voice_clone")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VoiceCloneApi extends AutoCloseable {

  /** Answers when the voice is ready, after seconds to tens of seconds. */
  @POST
  CloneAnswer clone(CloneRequest request);

  @Override
  void close();
}
