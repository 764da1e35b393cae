package dev.timbre.voice.entity;

/** How a voice came to be. */
public enum VoiceOrigin {
  CLONED,
  DESIGNED,
  STOCK,
  IMPORTED
}
