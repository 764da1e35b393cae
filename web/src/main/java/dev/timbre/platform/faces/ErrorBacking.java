package dev.timbre.platform.faces;

import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What an error page shows: the id by which operators find the request in their log. */
@Named("error")
@RequestScoped
public class ErrorBacking {

  @Inject RequestContext request;

  public String getIncident() {
    return request.correlationId();
  }
}
