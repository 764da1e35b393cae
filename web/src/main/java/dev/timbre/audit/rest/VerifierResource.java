package dev.timbre.audit.rest;

import dev.timbre.audit.control.VerifierProgram;
import dev.timbre.audit.proof.Hashes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The program that checks exports and receipts away from the server. */
@Path("audit/verifier")
@Tag(name = "Audit", description = "Who did what, when, and how it ended.")
public class VerifierResource {

  static final String JAR = "application/java-archive";

  /** RFC 9530. */
  private static final String DIGEST = "Repr-Digest";

  @Inject VerifierProgram program;

  @GET
  @Produces(JAR)
  @Operation(
      operationId = "downloadVerifier",
      summary = "Download the program that checks exports and receipts")
  @APIResponse(
      responseCode = "200",
      headers = @Header(name = DIGEST, ref = DIGEST),
      content = @Content(mediaType = JAR, schema = @Schema(ref = "VerifierJar")))
  public Response download() {
    byte[] jar = program.jar();
    return Response.ok(jar, JAR)
        .header(DIGEST, "sha-256=:" + CheckpointBody.base64(Hashes.sha256(jar)) + ":")
        .header("Content-Disposition", "attachment; filename=\"" + VerifierProgram.NAME + "\"")
        .build();
  }
}
