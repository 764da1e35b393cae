package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.voice.DeletedVoice;
import dev.timbre.provider.client.wire.voice.VoiceDeletion;
import dev.timbre.provider.client.wire.voice.VoiceList;
import dev.timbre.provider.client.wire.voice.VoiceQuery;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The voices of an account. */
@RegisterRestClient(configKey = "minimax-voices")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VoicesApi extends AutoCloseable {

  @POST
  @Path("get_voice")
  VoiceList list(VoiceQuery query);

  /** For ever: the id can never be used again. */
  @POST
  @Path("delete_voice")
  DeletedVoice delete(VoiceDeletion deletion);

  @Override
  void close();
}
