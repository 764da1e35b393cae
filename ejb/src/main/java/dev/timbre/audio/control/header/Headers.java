package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat;

/**
 * What the headers of a recording say, checked against the bytes that are there.
 *
 * @param format what the bytes are
 * @param seconds length of the sound, encoder padding left out
 */
public record Headers(AudioFormat format, double seconds) {}
