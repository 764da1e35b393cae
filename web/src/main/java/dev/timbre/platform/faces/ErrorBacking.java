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

  private String code;

  /** Says by which rule the page was refused; the error page is shown in the same request. */
  void refusedBy(String rule) {
    code = rule;
  }

  /** Stable code of the rule; null when only a role is missing. */
  public String getCode() {
    return code;
  }

  public String getIncident() {
    return request.correlationId();
  }
}
