package dev.timbre.platform.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that say why not, as OpenAPI components; each example is a real {@link Problem}. */
enum OpenApiProblems {
  MALFORMED(400, "malformed-body", "The body does not have the expected form and types."),
  UNAUTHENTICATED(401, "not-authenticated", "Send a valid API key, or sign in."),
  FORBIDDEN(403, "role-missing", "Your roles or scopes do not allow this."),
  NOT_FOUND(404, "not-found", "There is nothing at this address."),
  NOT_ACCEPTABLE(406, "not-acceptable", "None of the media types in Accept can be had here."),
  CONFLICT(409, "already-exists", "Such a thing exists already, or what it names does not."),
  VERSION_CONFLICT(
      412,
      "version-conflict",
      "You have seen version 3 and it is now version 4; read it again and repeat your change."),
  TOO_LARGE(413, "body-too-large", "The body may have 262144 bytes."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "unsupported-media-type", "The Content-Type is not one that this address takes."),
  RANGE_NOT_SATISFIABLE(
      416, "requested-range-not-satisfiable", "The range begins beyond the last byte."),
  UNPROCESSABLE(422, "field-required", "name is missing."),
  PRECONDITION_REQUIRED(
      428,
      "if-match-required",
      "Send If-Match with the ETag of what you have read, so that no change is lost."),
  LIMIT_EXCEEDED(
      429,
      "budget-exhausted",
      "This may cost up to 9.914 CNY and 2.10 CNY of the monthly 100.00 CNY are left; raise the"
          + " budget or wait for the next month (UTC)."),
  INTERNAL_ERROR(500, "internal-error", "Something went wrong inside Timbre; report the incident."),
  UPSTREAM_FAILURE(
      502,
      "speech-failed",
      "The provider did not speak, and nothing was charged: insufficient balance"),
  UNAVAILABLE(503, "database-unavailable", "The database does not answer; try again soon.");

  private static final String INCIDENT = "5df5052c-87c2-4454-b3ed-5b9d63c73f73";

  private static final Map<String, String> VIOLATION =
      Map.of(
          "field", "name", "rule", "required", "limit", "a value", "message", "name is missing.");

  private final int status;
  private final String code;
  private final String detail;

  OpenApiProblems(int status, String code, String detail) {
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  String status() {
    return Integer.toString(status);
  }

  /** The component's name: the constant's in camel case, as annotations refer to it. */
  String component() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  APIResponse reference() {
    return OASFactory.createAPIResponse().ref(component());
  }

  APIResponse describe() {
    Problem example = new Problem(status, code, detail);
    if (this == UNPROCESSABLE) {
      example.with(Map.of("violations", List.of(VIOLATION)));
    }
    if (this == UPSTREAM_FAILURE) {
      example.with(Map.of("provider", Map.of("code", "1008", "message", "insufficient balance")));
    }
    return response(example.members(INCIDENT));
  }

  private APIResponse response(Map<String, Object> example) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(example.get("title") + ": a problem whose code says more.")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("Problem"))
                            .example(example)));
    return this == LIMIT_EXCEEDED ? response.addHeader("Retry-After", retryAfter()) : response;
  }

  private static Header retryAfter() {
    return OASFactory.createHeader().ref("Retry-After");
  }
}
