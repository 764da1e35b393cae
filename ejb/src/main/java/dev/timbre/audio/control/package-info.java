/**
 * The way of a recording from upload to catalogue. {@link dev.timbre.audio.control.RecordingUpload}
 * takes it, {@link dev.timbre.audio.control.Preflight} judges it step by step, {@link
 * dev.timbre.audio.control.RecordingJournal} makes it known, {@link
 * dev.timbre.audio.control.RecordingCatalogue} shows it. Uploads are hostile: every step has
 * bounded time and memory.
 *
 * <p>Only the order of the steps and the rules about purpose and length live here. The steps have
 * packages of their own: {@code header}, then {@code decode}, then {@code measure} and {@code
 * normalise}. They never use this one; capabilities other than audio never use them.
 */
package dev.timbre.audio.control;
