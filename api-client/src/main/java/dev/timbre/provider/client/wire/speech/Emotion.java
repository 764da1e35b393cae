package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;

/** How the voice should feel. Open; some emotions exist for some models only. */
public record Emotion(String value) {

  public static final Emotion HAPPY = new Emotion("happy");
  public static final Emotion SAD = new Emotion("sad");
  public static final Emotion ANGRY = new Emotion("angry");
  public static final Emotion FEARFUL = new Emotion("fearful");
  public static final Emotion DISGUSTED = new Emotion("disgusted");
  public static final Emotion SURPRISED = new Emotion("surprised");
  public static final Emotion CALM = new Emotion("calm");

  /** Not with 01 and 02 models. */
  public static final Emotion FLUENT = new Emotion("fluent");

  /** With 2.6 models only. */
  public static final Emotion WHISPER = new Emotion("whisper");

  /** Of older models. */
  public static final Emotion NEUTRAL = new Emotion("neutral");

  public Emotion {
    Check.notBlank("emotion", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
