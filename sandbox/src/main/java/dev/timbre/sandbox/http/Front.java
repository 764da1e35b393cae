package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Dialect;

/**
 * One seller's counter: the operations he offers, and the form in which he takes keys. Several
 * counters share the sandbox's port.
 */
public record Front(Dialect dialect, KeyForm keyForm, Router router) {

  /** How a key stands in the {@code Authorization} header. */
  public enum KeyForm {
    /** After the word Bearer. */
    BEARER,
    /** By itself; a header that begins with Bearer is refused. */
    RAW
  }
}
