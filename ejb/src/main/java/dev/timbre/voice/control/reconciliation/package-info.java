/**
 * Compares the registry with what each provider account holds: nightly, and when somebody asks.
 * What differs becomes a finding, and what can be done about it stands here too.
 */
package dev.timbre.voice.control.reconciliation;
