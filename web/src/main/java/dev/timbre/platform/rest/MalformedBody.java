package dev.timbre.platform.rest;

import dev.timbre.platform.error.Violation;
import jakarta.ws.rs.BadRequestException;
import java.util.List;

/** A body could not be read as what its Content-Type and the resource say. */
final class MalformedBody extends BadRequestException {

  private static final long serialVersionUID = 1L;

  private final List<Violation> violations;

  MalformedBody(Throwable cause) {
    super(cause);
    this.violations = List.of();
  }

  /** One that could be read, but whose values have other types than their members. */
  MalformedBody(List<Violation> violations) {
    this.violations = List.copyOf(violations);
  }

  List<Violation> violations() {
    return violations;
  }

  /** For people: which members are wrong, where that is known. */
  String detail() {
    return violations.isEmpty()
        ? "The body does not have the expected form and types."
        : violations.get(0).message();
  }
}
