package dev.timbre.platform.rest;

import dev.timbre.platform.error.Violation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A failure as callers get it (RFC 9457): for machines a stable code, for people a sentence. */
public final class Problem {

  public static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param code stable, kebab-case
   * @param detail names the rule, the value, the limit and the remedy
   */
  public Problem(int status, String code, String detail) {
    this.status = status;
    members.put("type", "about:blank");
    members.put("title", title(status));
    members.put("status", status);
    members.put("code", code);
    members.put("detail", detail);
  }

  public Problem violations(List<Violation> violations) {
    if (!violations.isEmpty()) {
      members.put("violations", violations);
    }
    return this;
  }

  public Problem with(Map<String, Object> details) {
    members.putAll(new TreeMap<>(details));
    return this;
  }

  /**
   * @param incident the request's id, under which the server's log has more
   */
  public Response.ResponseBuilder response(String incident) {
    return Response.status(status)
        .type(MediaType.valueOf(MEDIA_TYPE))
        .header("Cache-Control", "no-store")
        .entity(members(incident));
  }

  int status() {
    return status;
  }

  /** What the body says, in this order. */
  Map<String, Object> members(String incident) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put("incident", incident);
    return all;
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Unprocessable Content" : known.getReasonPhrase();
  }
}
