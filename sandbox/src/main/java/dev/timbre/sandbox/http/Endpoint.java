package dev.timbre.sandbox.http;

/** Does the work of one operation. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Works and answers.
   *
   * @throws dev.timbre.sandbox.model.Refusal for whatever the provider refuses with a code
   * @throws Exception for faults of the sandbox itself, which become code 1000
   */
  Answer handle(Call call) throws Exception;
}
