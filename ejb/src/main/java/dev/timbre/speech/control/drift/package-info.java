/**
 * The drift sentinel: has the canonical phrase of a voice spoken every so often, measures how it
 * sounds and compares it with the baseline. What differs too much becomes a finding.
 */
package dev.timbre.speech.control.drift;
