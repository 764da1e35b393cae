package dev.timbre.audio.control;

import dev.timbre.audio.entity.AudioFormat;

/**
 * What the headers of a recording say, checked against the bytes that are there.
 *
 * @param format what the bytes are
 * @param seconds length of the sound, encoder padding left out
 */
record Headers(AudioFormat format, double seconds) {}
