package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchList;
import dev.timbre.provider.client.wire.batch.BatchRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Batches of conversations. */
@RegisterRestClient(configKey = "minimax-batches")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BatchesApi extends AutoCloseable {

  @POST
  Batch create(BatchRequest request);

  @GET
  @Path("{id}")
  Batch query(@PathParam("id") String id);

  @POST
  @Path("{id}/cancel")
  Batch cancel(@PathParam("id") String id);

  /**
   * One page.
   *
   * @param limit 1 to 100
   * @param after id of the last batch of the page before; null for the first page
   */
  @GET
  BatchList list(@QueryParam("limit") int limit, @QueryParam("after") String after);

  @Override
  void close();
}
