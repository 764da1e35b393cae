/**
 * What the samples tell while they stream by: {@link
 * dev.timbre.audio.control.measure.QualityMeasurement} has loudness, peaks, noise, silence and how
 * the channels relate; {@link dev.timbre.audio.control.measure.QualityWarnings} says it to a
 * curator; {@link dev.timbre.audio.control.measure.Waveform} has the peaks that pages draw.
 *
 * <p>Nothing here refuses a recording, changes its sound or holds the whole of it in memory.
 */
package dev.timbre.audio.control.measure;
