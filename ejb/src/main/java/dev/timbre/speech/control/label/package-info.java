/**
 * Writes into audio files, and finds in them, the label that says "made by a machine". Knows
 * container formats and no rule of Timbre; what comes from a provider is read with suspicion.
 */
package dev.timbre.speech.control.label;
