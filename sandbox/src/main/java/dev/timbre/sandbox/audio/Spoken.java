package dev.timbre.sandbox.audio;

/**
 * Text that was said.
 *
 * @param timeline when each part of the text is heard in the sound
 */
public record Spoken(Pcm sound, Timeline timeline) {}
