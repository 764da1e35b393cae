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

  /**
   * Locks what is to be locked before the finding, because others who settle such a finding have it
   * locked by then. The finding may still be decided by somebody else meanwhile.
   */
  default void lock(Finding seen) {}

  /** Does it, or begins it; a provider is called by an operation later, never in here. */
  void apply(Finding finding);
}
