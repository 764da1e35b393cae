/**
 * Whatever breaks, wherever: nothing that was answered is lost, nothing is cloned or charged twice.
 * Each proof is the provider's own ledger and request log.
 */
package dev.timbre.it.faults;
