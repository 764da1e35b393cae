package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Text to speech in one answer. */
@RegisterRestClient(configKey = "minimax-speech")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/t2a_v2")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SpeechApi extends AutoCloseable {

  @POST
  SpeechAnswer speak(SpeechRequest request);

  @Override
  void close();
}
