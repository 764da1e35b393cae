package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.TemplateRequest;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.video.VideoRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Videos are ordered, and made while the order's task is asked about. */
@RegisterRestClient(configKey = "minimax-videos")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VideosApi extends AutoCloseable {

  /** With a callback address the answer comes after that address has passed its challenge. */
  @POST
  @Path("video_generation")
  VideoOrder order(VideoRequest request);

  @GET
  @Path("query/video_generation")
  VideoProgress query(@QueryParam("task_id") String taskId);

  /** With a callback address the answer comes after that address has passed its challenge. */
  @POST
  @Path("video_template_generation")
  VideoOrder orderFromTemplate(TemplateRequest request);

  @GET
  @Path("query/video_template_generation")
  TemplateProgress queryTemplate(@QueryParam("task_id") String taskId);

  @Override
  void close();
}
