package dev.timbre.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id by which a caller can find its request again in log and audit. */
final class RequestIds {

  private static final String HEADER = "X-Request-Id";

  /** Strict, because it is written to logs. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

  private RequestIds() {}

  /** The caller's own id, when it sent one of a sound form. */
  static Optional<String> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER)).filter(id -> FORM.matcher(id).matches());
  }
}
