package dev.timbre.platform.rest;

import dev.timbre.platform.error.Invalid;

/** An update came without saying which version the caller has seen (RFC 6585). */
public class PreconditionRequired extends Invalid {

  private static final long serialVersionUID = 1L;

  public PreconditionRequired() {
    super(
        "if-match-required",
        "Send If-Match with the ETag of what you have read, so that no change is lost.");
  }
}
