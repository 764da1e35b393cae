package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.voice.DesignAnswer;
import dev.timbre.provider.client.wire.voice.DesignRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Voice design; apart from the other interfaces because its read time-out must be long. */
@RegisterRestClient(configKey = "minimax-design")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/voice_design")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VoiceDesignApi extends AutoCloseable {

  /** Answers when the voice is ready and has spoken its trial. */
  @POST
  DesignAnswer design(DesignRequest request);

  @Override
  void close();
}
