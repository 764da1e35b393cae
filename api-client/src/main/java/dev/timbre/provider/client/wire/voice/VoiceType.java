package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Check;

/** Which voices to list or delete. Open. */
public record VoiceType(String value) {

  public static final VoiceType SYSTEM = new VoiceType("system");
  public static final VoiceType CLONED = new VoiceType("voice_cloning");
  public static final VoiceType DESIGNED = new VoiceType("voice_generation");

  /** For listing only; what old accounts made with music models. */
  public static final VoiceType MUSIC = new VoiceType("music_generation");

  /** For listing only. */
  public static final VoiceType ALL = new VoiceType("all");

  public VoiceType {
    Check.notBlank("voice_type", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
