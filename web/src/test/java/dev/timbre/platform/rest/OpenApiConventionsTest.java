package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiConventionsTest {

  private static final String JSON = "application/json";

  /** One operation with where it is, as the test report names it. */
  record Described(HttpMethod method, String path, Operation operation) {

    Map<String, APIResponse> answers() {
      return operation.getResponses().getAPIResponses();
    }

    List<Parameter> parameters() {
      return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    boolean takes(String parameter) {
      return parameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Described> operations() {
    List<Described> all = new ArrayList<>();
    new TreeMap<>(OpenApiDocument.model().getPaths().getPathItems())
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, o) -> all.add(new Described(method, path, o))));
    return all;
  }

  @Test
  void document_hasEveryResourceMethod() {
    assertThat(operations()).hasSizeGreaterThan(60);
    assertThat(OpenApiDocument.model().getPaths().getPathItems())
        .containsKeys("/api/v1/voices/{id}/speech", "/api/v1/recordings/{id}/audio");
  }

  @Test
  void operationIds_areUnique() {
    assertThat(operations().stream().map(o -> o.operation().getOperationId()))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_hasSummaryAndTag(Described described) {
    assertThat(described.operation().getSummary()).isNotBlank();
    assertThat(described.operation().getTags()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void parameters_areDescribed(Described described) {
    assertThat(described.parameters())
        .allSatisfy(p -> assertThat(p.getDescription()).as(p.getName()).isNotBlank())
        .extracting(Parameter::getName)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void bodies_haveSchemaAndExample(Described described) {
    if (described.operation().getRequestBody() != null) {
      assertComplete(described.operation().getRequestBody().getContent());
    }
    assertThat(described.answers().keySet()).anyMatch(status -> status.startsWith("2"));
    described
        .answers()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2") && !"204".equals(status)) {
                assertThat(answer.getDescription()).isNotBlank();
                assertComplete(answer.getContent());
              }
            });
  }

  private static void assertComplete(Content content) {
    assertThat(content).isNotNull();
    assertThat(content.getMediaTypes()).isNotEmpty();
    content
        .getMediaTypes()
        .forEach(
            (type, body) -> {
              assertThat(body.getSchema()).as(type).isNotNull();
              if (!type.startsWith("audio/")) {
                assertThat(body.getSchema().getRef()).as(type).isNotNull();
                assertThat(body.getExample()).as(type).isNotNull();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void failures_areSharedProblems(Described described) {
    assertThat(described.answers()).containsKeys("403", "406", "500", "503");
    described
        .answers()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("4") || status.startsWith("5")) {
                assertThat(answer.getRef()).as(status).startsWith("#/components/responses/");
                assertThat(components()).containsKey(lastOf(answer.getRef()));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void changes_carryTheirConditions(Described described) {
    if (described.answers().containsKey("201")) {
      assertThat(described.takes("Idempotency-Key")).isTrue();
    }
    if (described.method() == HttpMethod.PATCH || described.method() == HttpMethod.PUT) {
      assertThat(described.takes("If-Match")).isTrue();
      assertThat(described.answers()).containsKeys("412", "428");
    }
  }

  @Test
  void examples_haveOnlyMembersOfTheirSchema() {
    Set<String> checked = new HashSet<>();
    for (Described described : operations()) {
      described.answers().values().forEach(answer -> check(answer.getContent(), checked));
      if (described.operation().getRequestBody() != null) {
        check(described.operation().getRequestBody().getContent(), checked);
      }
    }
    assertThat(checked).contains("NewVoice", "VoiceBody", "SpeechBody", "PageBodyVoiceBody");
  }

  private static void check(Content content, Set<String> checked) {
    MediaType body = content == null ? null : content.getMediaType(JSON);
    if (body != null) {
      String name = lastOf(body.getSchema().getRef());
      assertThat(members(body)).as(name).isSubsetOf(schemas().get(name).getProperties().keySet());
      checked.add(name);
    }
  }

  @Test
  void audio_isBinaryAndSeekable() {
    APIResponse part = answer("/api/v1/speeches/{id}/audio", HttpMethod.GET, "206");

    assertThat(part.getContent().getMediaType("audio/*").getSchema().getFormat())
        .isEqualTo("binary");
    assertThat(part.getHeaders()).containsKeys("Content-Range", "ETag");
  }

  @Test
  void speech_namesCloneAndCost() {
    APIResponse audio = answer("/api/v1/voices/{id}/speech", HttpMethod.POST, "200");

    assertThat(audio.getHeaders())
        .containsKeys("Timbre-Speech", "Timbre-Clone", "Timbre-Revision", "Timbre-Cost");
    assertThat(answer("/api/v1/voices/{id}/speech", HttpMethod.POST, "429").getRef())
        .endsWith("/LimitExceeded");
    assertThat(answer("/api/v1/voices/{id}/speech", HttpMethod.POST, "502").getRef())
        .endsWith("/UpstreamFailure");
  }

  @Test
  void problems_showWhatTheyReallyLookLike() {
    components()
        .forEach(
            (name, answer) -> {
              MediaType problem = answer.getContent().getMediaType(Problem.MEDIA_TYPE);
              assertThat(lastOf(problem.getSchema().getRef())).isEqualTo("Problem");
              assertThat(members(problem))
                  .as(name)
                  .isSubsetOf(schemas().get("Problem").getProperties().keySet());
            });
  }

  @Test
  void operations_areUnderTheInterfacesPath() {
    assertThat(operations()).allMatch(described -> described.path().startsWith("/api/v1/"));
  }

  private static APIResponse answer(String path, HttpMethod method, String status) {
    return OpenApiDocument.model()
        .getPaths()
        .getPathItem(path)
        .getOperations()
        .get(method)
        .getResponses()
        .getAPIResponse(status);
  }

  @SuppressWarnings("unchecked")
  private static Set<String> members(MediaType body) {
    return ((Map<String, Object>) body.getExample()).keySet();
  }

  private static Map<String, APIResponse> components() {
    return OpenApiDocument.model().getComponents().getResponses();
  }

  private static Map<String, Schema> schemas() {
    return OpenApiDocument.model().getComponents().getSchemas();
  }

  private static String lastOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
