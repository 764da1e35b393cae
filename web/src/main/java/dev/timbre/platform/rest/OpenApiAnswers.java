package dev.timbre.platform.rest;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The bodies of operations: examples of what is sent, headers and examples of what is answered. */
final class OpenApiAnswers {

  private static final String AUDIO = "audio/*";

  /** Schemas of what carries its version as ETag. */
  private static final Set<String> VERSIONED =
      Set.of(
          "AccountBody",
          "BrandBody",
          "BudgetBody",
          "ClientBody",
          "ConsentBody",
          "DriftWatchBody",
          "FindingBody",
          "PersonBody",
          "RecordingBody",
          "VoiceBody");

  /** Schemas of bodies that may be missing altogether. */
  private static final Set<String> OPTIONAL =
      Set.of("Acceptance", "Approval", "NewClone", "Withdrawal");

  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "200", "As asked.",
          "201", "Made.",
          "202", "Accepted; watch the operation.",
          "204", "Done; there is nothing to say.");

  private final OpenApiExamples examples;

  OpenApiAnswers(OpenApiExamples examples) {
    this.examples = examples;
  }

  /** Whether the answer is stored bytes, of which a range can be asked for. */
  static boolean isSeekable(Operation operation, HttpMethod method) {
    return method == HttpMethod.GET && operation.getResponses().hasAPIResponse("206");
  }

  void complete(Operation operation, HttpMethod method) {
    if (operation.getRequestBody() != null) {
      request(operation.getRequestBody());
    }
    Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
    answers.forEach((status, answer) -> success(operation, status, answer));
    APIResponse answer = answers.get("200");
    if (answer != null && bodies(answer.getContent()).containsKey(AUDIO)) {
      audio(operation, method, answer);
    }
  }

  private void request(RequestBody request) {
    for (MediaType body : bodies(request.getContent()).values()) {
      examples.illustrate(body, "");
      request.setRequired(!OPTIONAL.contains(OpenApiExamples.name(body.getSchema())));
    }
  }

  private void success(Operation operation, String status, APIResponse answer) {
    if (!DESCRIPTIONS.containsKey(status)) {
      return;
    }
    answer.setDescription(DESCRIPTIONS.get(status));
    bodies(answer.getContent())
        .values()
        .forEach(
            body -> {
              examples.illustrate(body, operation.getOperationId());
              headers(status, OpenApiExamples.name(body.getSchema()), answer);
            });
  }

  private static void headers(String status, String schema, APIResponse answer) {
    boolean page = schema.startsWith("PageBody");
    if (!page && ("201".equals(status) || "202".equals(status))) {
      header(answer, "Location");
    }
    if (!page && "201".equals(status) || VERSIONED.contains(schema)) {
      header(answer, "ETag");
    }
  }

  private static void audio(Operation operation, HttpMethod method, APIResponse whole) {
    if (method == HttpMethod.POST) {
      whole.setDescription("The audio.");
      whole.setContent(binary());
      for (String name :
          Set.of(
              "Timbre-Speech",
              "Timbre-Clone",
              "Timbre-Revision",
              "Timbre-Cost",
              "Timbre-Characters")) {
        header(whole, name);
      }
      header(whole, "Content-Location");
      return;
    }
    whole.setDescription("All bytes.");
    whole.setContent(binary());
    header(whole, "ETag");
    header(whole, "Accept-Ranges");
    APIResponse part = OASFactory.createAPIResponse().description("The range.").content(binary());
    header(part, "ETag");
    header(part, "Content-Range");
    APIResponse same = OASFactory.createAPIResponse().description("The caller has these bytes.");
    operation
        .getResponses()
        .addAPIResponse("206", part)
        .addAPIResponse("304", same)
        .addAPIResponse("416", OpenApiProblems.RANGE_NOT_SATISFIABLE.reference());
  }

  private static Content binary() {
    Schema bytes = OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
    return OASFactory.createContent()
        .addMediaType(AUDIO, OASFactory.createMediaType().schema(bytes));
  }

  private static void header(APIResponse answer, String name) {
    answer.addHeader(name, OASFactory.createHeader().ref(name));
  }

  private static Map<String, MediaType> bodies(Content content) {
    return content == null ? Map.of() : content.getMediaTypes();
  }
}
