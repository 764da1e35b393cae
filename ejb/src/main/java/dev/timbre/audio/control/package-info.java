/**
 * Preflight of uploads: what the bytes are, decoding them in a child process, measuring the sound,
 * drawing its waveform and writing the normalised audio. {@link dev.timbre.audio.control.Preflight}
 * is the front door. Uploads are hostile: every step here has bounded time and memory.
 */
package dev.timbre.audio.control;
