package dev.timbre.finding.control;

import dev.timbre.finding.entity.Finding;

/**
 * What a person can do about a finding with one click. It is offered by the capability that the
 * matter belongs to, and runs in the transaction that resolves the finding, with the rights of the
 * person who chose it.
 */
public interface Remedy {

  /** Stable name in lower case with hyphens, for example {@code re-clone}. */
  String name();

  boolean fits(Finding finding);

  /** Does it, or begins it; a provider is called by an operation later, never in here. */
  void apply(Finding finding);
}
