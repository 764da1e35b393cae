package dev.timbre.platform.rest;

import dev.timbre.platform.entity.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The paging part of a list request. */
public class PageParameters {

  @Parameter(description = "Items per page, 1 to 200.")
  @QueryParam("limit")
  @DefaultValue("50")
  int limit;

  @Parameter(description = "The next of the page before; absent for the first page.")
  @QueryParam("after")
  UUID after;

  public PageRequest request() {
    return new PageRequest(limit, after);
  }
}
