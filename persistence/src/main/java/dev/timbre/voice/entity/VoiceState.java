package dev.timbre.voice.entity;

/** Where a voice stands; {@link Voice} holds the verbs that move it. */
public enum VoiceState {
  DRAFT,
  SUBMITTED,
  REJECTED,
  APPROVED,
  LIVE,
  SUSPENDED,
  RETIRED
}
