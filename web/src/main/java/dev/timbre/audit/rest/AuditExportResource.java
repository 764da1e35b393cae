package dev.timbre.audit.rest;

import dev.timbre.audit.control.AuditExport;
import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.platform.rest.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log for others to keep and to check. */
@Path("audit/export")
@Tag(name = "Audit", description = "Who did what, when, and how it ended.")
public class AuditExportResource {

  /** Of https://jsonlines.org, as it is commonly used. */
  static final String JSON_LINES = "application/jsonl";

  @Inject AuditExport export;

  @GET
  @Produces(JSON_LINES)
  @Operation(operationId = "exportAuditLog", summary = "Export the log, to be kept and verified")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = JSON_LINES, schema = @Schema(ref = "AuditExportLines")))
  public Response export(
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @Parameter(description = "jsonl, which the verifier reads, or ocsf.")
          @QueryParam("format")
          @DefaultValue("jsonl")
          String format) {
    ExportFormat wanted = Given.constant("format", format, ExportFormat.class);
    AuditExport.Begun begun =
        export.begin(Given.instant("from", from), Given.instant("until", until));
    String name = "timbre-audit-" + begun.range().begin() + "-" + begun.range().end();
    StreamingOutput body = wanted == ExportFormat.OCSF ? events(begun) : transcript(begun);
    return Response.ok(body, JSON_LINES)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".jsonl\"")
        .build();
  }

  private StreamingOutput transcript(AuditExport.Begun begun) {
    return out -> {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      write(writer, List.of(begun.header()));
      inPieces(writer, begun.range(), export::lines);
      if (begun.toTheEnd()) {
        write(writer, export.unsealed());
      }
      writer.flush();
    };
  }

  private StreamingOutput events(AuditExport.Begun begun) {
    return out -> {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      OcsfEvents events = new OcsfEvents(begun.origin());
      inPieces(writer, begun.range(), piece -> events.of(export.read(piece)));
      writer.flush();
    };
  }

  private static void inPieces(Writer writer, Range range, Function<Range, List<String>> lines)
      throws IOException {
    for (long at = range.begin(); at < range.end(); at += AuditExport.PIECE) {
      long end = Math.min(at + AuditExport.PIECE, range.end());
      write(writer, lines.apply(new Range(at, end)));
    }
  }

  private static void write(Writer writer, List<String> lines) throws IOException {
    for (String line : lines) {
      writer.write(line);
      writer.write('\n');
    }
  }
}
