package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Chat in one answer, in both forms; each takes only requests that were built for it. */
@RegisterRestClient(configKey = "minimax-chat")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ChatApi extends AutoCloseable {

  /** In the provider's own form. */
  @POST
  @Path("text/chatcompletion_v2")
  ChatAnswer complete(ChatRequest request);

  /** In the form of OpenAI. */
  @POST
  @Path("chat/completions")
  ChatAnswer completeAsOpenAi(ChatRequest request);

  @Override
  void close();
}
