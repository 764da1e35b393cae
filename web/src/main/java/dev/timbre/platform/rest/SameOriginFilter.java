package dev.timbre.platform.rest;

import dev.timbre.platform.error.NotAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * A change that rests on the console's session cookie must come from the console itself; another
 * site can make a browser send the cookie, but not these headers.
 */
@Provider
public class SameOriginFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    boolean key = request.getHeaderString("Authorization") != null;
    if (!key && !SAFE.contains(request.getMethod()) && !isSameOrigin(request)) {
      throw new NotAllowed(
          "cross-site-refused",
          "A change by session must carry an Origin header of this site; or use an API key.");
    }
  }

  private static boolean isSameOrigin(ContainerRequestContext request) {
    if ("same-origin".equals(request.getHeaderString("Sec-Fetch-Site"))) {
      return true;
    }
    String origin = request.getHeaderString("Origin");
    URI own = request.getUriInfo().getBaseUri();
    return origin != null && origin.equals(own.getScheme() + "://" + own.getAuthority());
  }
}
