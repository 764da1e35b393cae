/**
 * Raises, shows and decides findings. Whatever stands above raises them through {@code
 * FindingRegister} and offers what can be done about them as a {@code Remedy}; this package calls
 * nobody above it.
 */
package dev.timbre.finding.control;
