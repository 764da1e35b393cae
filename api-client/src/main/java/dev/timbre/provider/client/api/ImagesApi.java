package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.image.ImageAnswer;
import dev.timbre.provider.client.wire.image.ImageRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Drawing images. */
@RegisterRestClient(configKey = "minimax-images")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/image_generation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ImagesApi extends AutoCloseable {

  /** Answers when all images are drawn. */
  @POST
  ImageAnswer draw(ImageRequest request);

  @Override
  void close();
}
