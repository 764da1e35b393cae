package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.file.DeletedFile;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileDeletion;
import dev.timbre.provider.client.wire.file.FileList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Files stored at the provider. Sending and fetching their bytes is not here: REST clients spool a
 * multipart body before they send it and bound no answer, so {@code FileShelf} streams both by
 * {@code java.net.http}.
 */
@RegisterRestClient(configKey = "minimax-files")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1/files")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FilesApi extends AutoCloseable {

  /** Lists the files of one purpose; the contract has no paging. */
  @GET
  @Path("list")
  FileList list(@QueryParam("purpose") String purpose);

  /** Describes one file, with its download address. */
  @GET
  @Path("retrieve")
  FileAnswer retrieve(@QueryParam("file_id") String fileId);

  @POST
  @Path("delete")
  DeletedFile delete(FileDeletion deletion);

  @Override
  void close();
}
