package dev.timbre.platform.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes {@code /openapi} with what follows from conventions, so that resources need not repeat
 * it: headers, examples, shared parameters and the problems that an operation can answer with.
 */
public final class OpenApiConventions implements OASFilter {

  /** Operations for callers that nobody knows. */
  private static final Set<String> OPEN = Set.of("signIn", "acceptInvitation");

  /** Operations that make those wait who guess passwords. */
  private static final Set<String> GUARDED = Set.of("signIn", "changePassword");

  private static final Set<HttpMethod> CHANGES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components shared = api.getComponents();
    for (OpenApiProblems problem : OpenApiProblems.values()) {
      shared.addResponse(problem.component(), problem.describe());
    }
    OpenApiAnswers answers = new OpenApiAnswers(OpenApiExamples.read());
    for (PathItem item : api.getPaths().getPathItems().values()) {
      moveParametersToOperations(item);
    }
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          answers.complete(operation, method);
                          parameters(shared, operation, method, path);
                          problems(operation, method, path);
                        }));
    shared.setParameters(null); // each is now where it is used
  }

  private static void moveParametersToOperations(PathItem item) {
    List<Parameter> common = item.getParameters() == null ? List.of() : item.getParameters();
    item.getOperations().values().forEach(operation -> common.forEach(operation::addParameter));
    item.setParameters(null);
  }

  private static void parameters(
      Components shared, Operation operation, HttpMethod method, String path) {
    if (method == HttpMethod.POST && isRepeatable(operation)) {
      operation.addParameter(header("Idempotency-Key"));
    }
    if (OpenApiAnswers.isSeekable(operation, method)) {
      operation.addParameter(header("Range")).addParameter(header("If-None-Match"));
    }
    for (Parameter parameter : parameters(operation)) {
      Parameter described = shared.getParameters().get(parameter.getName());
      if (described != null && isShared(parameter, described)) {
        parameter.description(described.getDescription()).example(described.getExample());
      }
      if ("If-Match".equals(parameter.getName())) {
        parameter.required(method != HttpMethod.POST || path.endsWith("/versions"));
      }
    }
  }

  /** A parameter of the same name that says something else is another one. */
  private static boolean isShared(Parameter parameter, Parameter described) {
    String own = parameter.getDescription();
    return own == null || own.equals(described.getDescription());
  }

  /** What makes or charges something; decisions repeat harmlessly by themselves. */
  private static boolean isRepeatable(Operation operation) {
    Set<String> statuses = operation.getResponses().getAPIResponses().keySet();
    return statuses.contains("201") || statuses.contains("202") || statuses.contains("429");
  }

  private static Parameter header(String name) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  private static void problems(Operation operation, HttpMethod method, String path) {
    boolean open = OPEN.contains(operation.getOperationId());
    boolean body = operation.getRequestBody() != null;
    boolean change = CHANGES.contains(method);
    List<OpenApiProblems> possible = new ArrayList<>();
    possible.add(OpenApiProblems.FORBIDDEN);
    possible.add(OpenApiProblems.NOT_ACCEPTABLE);
    possible.add(OpenApiProblems.INTERNAL_ERROR);
    possible.add(OpenApiProblems.UNAVAILABLE);
    add(possible, GUARDED.contains(operation.getOperationId()), OpenApiProblems.LIMIT_EXCEEDED);
    add(possible, !open, OpenApiProblems.UNAUTHENTICATED);
    add(possible, body, OpenApiProblems.MALFORMED);
    add(possible, body, OpenApiProblems.TOO_LARGE);
    add(possible, body, OpenApiProblems.UNSUPPORTED_MEDIA_TYPE);
    add(possible, !open && (body || path.contains("{")), OpenApiProblems.NOT_FOUND);
    add(possible, !open && change, OpenApiProblems.CONFLICT);
    add(possible, body || isQueried(operation), OpenApiProblems.UNPROCESSABLE);
    Stream<Parameter> versions =
        parameters(operation).stream().filter(p -> "If-Match".equals(p.getName()));
    versions.forEach(
        ifMatch -> {
          possible.add(OpenApiProblems.VERSION_CONFLICT);
          add(possible, ifMatch.getRequired(), OpenApiProblems.PRECONDITION_REQUIRED);
        });
    possible.forEach(p -> operation.getResponses().addAPIResponse(p.status(), p.reference()));
    if (open) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
    }
  }

  private static void add(List<OpenApiProblems> to, boolean applies, OpenApiProblems problem) {
    if (applies) {
      to.add(problem);
    }
  }

  private static boolean isQueried(Operation operation) {
    return parameters(operation).stream().anyMatch(p -> p.getIn() != Parameter.In.PATH);
  }
}
