package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.control.VersionConflict;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.LimitExceeded;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.error.Unavailable;
import dev.timbre.platform.error.UpstreamFailure;
import dev.timbre.platform.error.Violation;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

  private final Problems problems = new Problems();

  @BeforeEach
  void request() {
    problems.request = new RequestContext();
    problems.request.correlate("request-1234");
  }

  /** A kind that nobody mapped. */
  private static final class Unmapped extends BusinessException {

    private static final long serialVersionUID = 1L;

    Unmapped() {
      super("unmapped", "Nobody mapped this.", List.of());
    }
  }

  /** A leaf of a capability, two steps below its kind. */
  private static final class LateRevision extends VersionConflict {

    private static final long serialVersionUID = 1L;

    LateRevision() {
      super(3, 4);
    }
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new NotFound("c", "m"), 404),
        Arguments.of(new NotAllowed("c", "m"), 403),
        Arguments.of(new Conflict("c", "m"), 409),
        Arguments.of(new VersionConflict(3, 4), 412),
        Arguments.of(new LateRevision(), 412),
        Arguments.of(new Invalid("c", "m"), 422),
        Arguments.of(new PreconditionRequired(), 428),
        Arguments.of(new LimitExceeded("c", "m", Duration.ofSeconds(5)), 429),
        Arguments.of(new UpstreamFailure("c", "m", Map.of()), 502),
        Arguments.of(new Unavailable("c", "m"), 503),
        Arguments.of(new Unmapped(), 500));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void businessFailure_hasTheStatusOfItsNearestKind(BusinessException failure, int status) {
    Response answer = problems.toResponse(failure);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(body(answer))
        .containsEntry("status", status)
        .containsEntry("code", failure.code())
        .containsEntry("detail", failure.getMessage())
        .containsEntry("incident", "request-1234");
  }

  @Test
  void wrappedBusinessFailure_isFoundBelowTheContainersOwn() {
    Throwable wrapped = new NotFoundException(new RuntimeException(new Invalid("limit-x", "m")));

    assertThat(problems.toResponse(wrapped).getStatus()).isEqualTo(422);
  }

  @Test
  void violations_areListed() {
    Violation violation = new Violation("name", "required", "", "", "name is missing.");

    Map<?, ?> body = body(problems.toResponse(new Invalid("c", "m", List.of(violation))));

    assertThat(body.get("violations")).isEqualTo(List.of(violation));
  }

  @Test
  void limit_saysWhenToComeBack() {
    Response soon = problems.toResponse(new LimitExceeded("c", "m", Duration.ofMillis(10)));
    Response later = problems.toResponse(new LimitExceeded("c", "m", Duration.ofMinutes(2)));

    assertThat(soon.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(later.getHeaderString("Retry-After")).isEqualTo("120");
  }

  @Test
  void upstreamFailure_carriesWhatTheProviderSaid() {
    Map<String, Object> said = Map.of("provider", Map.of("code", "1008"));

    assertThat(body(problems.toResponse(new UpstreamFailure("c", "m", said))))
        .containsAllEntriesOf(Map.of("provider", Map.of("code", "1008")));
  }

  static Stream<Arguments> containers() {
    return Stream.of(
        Arguments.of(new NotFoundException("dev.timbre.Secret"), 404, "not-found"),
        Arguments.of(new ClientErrorException(406), 406, "not-acceptable"),
        Arguments.of(new ClientErrorException(415), 415, "unsupported-media-type"),
        Arguments.of(new ClientErrorException(413), 413, "request-entity-too-large"),
        Arguments.of(new ClientErrorException(499), 499, "http-499"),
        Arguments.of(new MalformedBody(new JsonException("dev.timbre.X")), 400, "malformed-body"),
        Arguments.of(new JsonException("dev.timbre.Secret"), 500, "internal-error"),
        Arguments.of(new OptimisticLockException("dev.timbre.Secret"), 412, "version-conflict"),
        Arguments.of(
            new ConstraintViolationException("x", new SQLException("dev.timbre.Secret"), "uq_x"),
            409,
            "already-exists"),
        Arguments.of(
            new PersistenceException(
                new JDBCConnectionException("x", new SQLException("x", "08006"))),
            503,
            "database-unavailable"),
        Arguments.of(new IllegalStateException("dev.timbre.Secret"), 500, "internal-error"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void otherFailure_isAProblemThatNamesNoClass(Throwable failure, int status, String code) {
    Response answer = problems.toResponse(failure);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(body(answer).get("code")).isEqualTo(code);
    assertThat(answer.getEntity().toString()).doesNotContain("dev.timbre", "uq_x");
  }

  @Test
  void methodThatIsNotThere_namesThoseThatAre() {
    Response answer = problems.toResponse(new NotAllowedException("GET", new String[] {"HEAD"}));

    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeaderString("Allow")).contains("GET", "HEAD");
  }

  @Test
  void rangeBeyondTheEnd_saysHowManyBytesThereAre() {
    Response refusal = Response.status(416).header("Content-Range", "bytes */10").build();

    Response answer = problems.toResponse(new ClientErrorException(refusal));

    assertThat(answer.getStatus()).isEqualTo(416);
    assertThat(answer.getHeaderString("Content-Range")).isEqualTo("bytes */10");
  }

  private static Map<String, Object> body(Response answer) {
    @SuppressWarnings("unchecked")
    Map<String, Object> members = (Map<String, Object>) answer.getEntity();
    return members;
  }
}
