package dev.timbre.speech.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.audit.entity.Actor;
import java.util.UUID;

/** Speeches in every state. */
public final class SpeechFixtures {

  private SpeechFixtures() {}

  public static Speech reservedSpeech() {
    UUID client = UUID.randomUUID();
    return reservedSpeech(
        new Speech.Grounds(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            client,
            UUID.randomUUID()),
        UUID.randomUUID());
  }

  public static Speech reservedSpeech(Speech.Grounds grounds, UUID reservationId) {
    return new Speech(
        NOW,
        Actor.client(grounds.clientId()),
        grounds,
        new SpeechScript("Guten Tag, 你好"),
        "speech-2.8-hd",
        SpeechFormat.DEFAULT,
        reservationId);
  }
}
