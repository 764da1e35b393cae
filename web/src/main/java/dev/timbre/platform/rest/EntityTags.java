package dev.timbre.platform.rest;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags that are optimistic versions. */
public final class EntityTags {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private EntityTags() {}

  /** 200 with the representation and its tag. */
  public static Response ok(Identified entity, Object body) {
    return Response.ok(body).tag(tag(entity)).build();
  }

  /** 201 with the representation, its tag and its address below the collection's. */
  public static Response created(String collection, Identified entity, Object body) {
    // relative: JAX-RS puts the interface's own path before it
    return Response.created(URI.create(collection + "/" + entity.getId()))
        .tag(tag(entity))
        .entity(body)
        .build();
  }

  private static EntityTag tag(Identified entity) {
    return new EntityTag(Long.toString(entity.getVersion()));
  }

  /** The version in {@code If-Match}; null when the header is missing or {@code *}. */
  public static Long optional(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || "*".equals(ifMatch.strip())) {
      return null;
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new Invalid(
          "if-match-malformed", "If-Match must be the ETag of the last answer, for example \"3\".");
    }
    return Long.valueOf(matcher.group(1));
  }

  /**
   * The version in {@code If-Match}.
   *
   * @throws PreconditionRequired when the header is missing
   */
  public static Long required(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new PreconditionRequired();
    }
    return optional(ifMatch);
  }
}
