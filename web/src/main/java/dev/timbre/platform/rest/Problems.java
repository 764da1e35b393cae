package dev.timbre.platform.rest;

import dev.timbre.platform.control.DatabaseAway;
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
import dev.timbre.platform.web.AccessDenied;
import dev.timbre.platform.web.DatabaseAwayAnswer;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** Turns every failure into a problem; what nobody foresaw is logged once under its incident id. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(Problems.class.getName());
  private static final int UNPROCESSABLE = 422;

  /** Principal names of known callers are {@code kind:id}. */
  private static final char KNOWN = ':';

  private static final int TOO_MANY_REQUESTS = 429;

  /** HTTP status by kind; the nearest ancestor counts. */
  private static final Map<Class<? extends BusinessException>, Integer> STATUS =
      new LinkedHashMap<>();

  static {
    STATUS.put(VersionConflict.class, 412);
    STATUS.put(PreconditionRequired.class, 428);
    STATUS.put(NotFound.class, 404);
    STATUS.put(Conflict.class, 409);
    STATUS.put(NotAllowed.class, 403);
    STATUS.put(Invalid.class, UNPROCESSABLE);
    STATUS.put(LimitExceeded.class, TOO_MANY_REQUESTS);
    STATUS.put(UpstreamFailure.class, 502);
    STATUS.put(Unavailable.class, 503);
  }

  @Inject RequestContext request;
  @Inject Event<AccessDenied> denied;
  @Inject Principal caller;

  @Override
  public Response toResponse(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // first, because containers wrap it in what would pass for a failure of their own
      if (cause instanceof BusinessException business) {
        return business(business);
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Response response = known(cause);
      if (response != null) {
        return response;
      }
    }
    if (DatabaseAway.isBehind(failure)) {
      LOG.log(System.Logger.Level.WARNING, "No database: {0}", failure.toString());
      return problem(503, DatabaseAwayAnswer.CODE, DatabaseAwayAnswer.DETAIL);
    }
    LOG.log(System.Logger.Level.ERROR, "Incident " + request.correlationId(), failure);
    return problem(
        500, "internal-error", "Something went wrong inside Timbre; report the incident.");
  }

  private Response known(Throwable cause) {
    if (cause instanceof EJBAccessException) {
      denied.fire(new AccessDenied());
      return caller.getName().indexOf(KNOWN) > 0
          ? problem(403, "role-missing", "Your roles or scopes do not allow this.")
          : problem(401, "not-authenticated", "Send an API key as 'Authorization: Bearer <key>'.");
    }
    if (cause instanceof MalformedBody malformed) {
      return new Problem(400, "malformed-body", malformed.detail())
          .violations(malformed.violations())
          .response(request.correlationId())
          .build();
    }
    if (cause instanceof WebApplicationException web) {
      return web(web);
    }
    return persistence(cause);
  }

  private Response persistence(Throwable cause) {
    if (cause instanceof OptimisticLockException) {
      return problem(412, "version-conflict", "Somebody changed it meanwhile; read it again.");
    }
    if (cause instanceof ConstraintViolationException violated) {
      LOG.log(System.Logger.Level.INFO, "Constraint {0}", violated.getConstraintName());
      return problem(
          409, "already-exists", "Such a thing exists already, or what it names does not.");
    }
    return null;
  }

  private Response business(BusinessException failure) {
    Response.ResponseBuilder response =
        new Problem(status(failure), failure.code(), failure.getMessage())
            .violations(failure.violations())
            .with(failure.details())
            .response(request.correlationId());
    if (failure instanceof LimitExceeded limit) {
      response.header(
          "Retry-After", Math.max(1, limit.retryAfter().plusNanos(999_999_999).toSeconds()));
    }
    return response.build();
  }

  private Response web(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    Response.ResponseBuilder response =
        new Problem(status, code(status), detail(status)).response(request.correlationId());
    for (String name : List.of("Allow", "Content-Range")) {
      Object value = failure.getResponse().getHeaders().getFirst(name);
      if (value != null) {
        response.header(name, value);
      }
    }
    return response.build();
  }

  static String code(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null
        ? "http-" + status
        : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not know that method.";
      case 406 -> "None of the media types in Accept can be had here.";
      case 415 -> "The Content-Type is not one that this address takes.";
      case 416 -> "The range begins beyond the last byte; Content-Range says how many there are.";
      case 413 -> "The body is too large.";
      default -> "The request is not right.";
    };
  }

  static int status(BusinessException failure) {
    return STATUS.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(failure))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(500);
  }

  private Response problem(int status, String code, String detail) {
    return new Problem(status, code, detail).response(request.correlationId()).build();
  }
}
