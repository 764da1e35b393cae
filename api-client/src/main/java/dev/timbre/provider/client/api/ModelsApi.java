package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.chat.ModelList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The text models; apart from chat because its read time-out is short. */
@RegisterRestClient(configKey = "minimax-models")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ModelsApi extends AutoCloseable {

  @GET
  ModelList list();

  @Override
  void close();
}
