package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.audit.entity.Actor;
import dev.timbre.provider.entity.ProviderFixtures;
import java.time.Duration;
import java.util.UUID;

/** Voices and clones in every state, reached by the verbs that people and providers use. */
public final class VoiceFixtures {

  public static final Actor CURATOR = Actor.person(UUID.randomUUID());
  public static final Actor APPROVER = Actor.person(UUID.randomUUID());
  public static final UUID CONSENT_VERSION = UUID.randomUUID();

  private VoiceFixtures() {}

  public static CloningOptions options() {
    return new CloningOptions(true, false, false, "German", "Guten Tag.", "speech-2.8-hd");
  }

  public static Revision.Choice choice() {
    return new Revision.Choice(UUID.randomUUID(), null, UUID.randomUUID(), options());
  }

  public static Voice draftVoice() {
    return new Voice(
        NOW,
        new Voice.Identity(new Alias("acme.anna"), UUID.randomUUID(), UUID.randomUUID(), "de-DE"),
        "Anna",
        "The voice of the hotline",
        choice());
  }

  /** A voice in any state. */
  public static Voice voiceIn(VoiceState state) {
    Voice voice = draftVoice();
    bring(voice, state);
    return voice;
  }

  public static Voice liveVoice() {
    return voiceIn(VoiceState.LIVE);
  }

  /** Takes a draft through the verbs to a state; accepting makes a clone of its own. */
  static void bring(Voice voice, VoiceState state) {
    if (state == VoiceState.DRAFT) {
      return;
    }
    voice.submit(NOW, CURATOR, CONSENT_VERSION);
    if (state == VoiceState.REJECTED) {
      voice.reject(NOW, APPROVER, "Too noisy.");
    }
    if (state == VoiceState.SUBMITTED || state == VoiceState.REJECTED) {
      return;
    }
    voice.approve(NOW, APPROVER, 1);
    if (state == VoiceState.APPROVED) {
      return;
    }
    voice.accept(APPROVER, audibleClone(voice));
    if (state != VoiceState.LIVE) {
      voice.suspend("The consent is being renewed.");
    }
    if (state == VoiceState.RETIRED) {
      voice.retire();
    }
  }

  public static Clone requestedClone(Voice voice) {
    return new Clone(NOW, voice.getAlias(), voice.getRevision(), UUID.randomUUID());
  }

  /** A provisional clone whose preview can be heard. */
  public static Clone audibleClone(Voice voice) {
    Clone clone = cloneIn(CloneState.PROVISIONAL, voice);
    clone.previewStored("ab".repeat(32));
    return clone;
  }

  /** A clone of some approved voice in any state. */
  public static Clone cloneIn(CloneState state) {
    return cloneIn(state, voiceIn(VoiceState.APPROVED));
  }

  static Clone cloneIn(CloneState state, Voice voice) {
    Clone clone = requestedClone(voice);
    if (state != CloneState.REQUESTED) {
      clone.uploaded(new UploadedFiles("12345678901234567890", null));
      clone.send(NOW);
      leaveCloning(clone, state);
    }
    return clone;
  }

  private static void leaveCloning(Clone clone, CloneState state) {
    switch (state) {
      case FAILED -> clone.fail(NOW, ProviderFixtures.fault("2038"));
      case PROVISIONAL, LAPSED -> answer(clone);
      case PERMANENT, MISSING, DELETING, DELETED, UNDELETABLE -> {
        answer(clone);
        clone.used(NOW);
      }
      default -> {}
    }
    switch (state) {
      case LAPSED, MISSING -> clone.gone(NOW, ProviderFixtures.fault("2054"));
      case DELETING -> clone.delete();
      case DELETED -> {
        clone.delete();
        clone.deleted(NOW);
      }
      case UNDELETABLE -> {
        clone.delete();
        clone.undeletable(NOW, ProviderFixtures.fault("no-deletion"));
      }
      default -> {}
    }
  }

  /** The provider answers with a preview that can be fetched for a day. */
  static void answer(Clone clone) {
    clone.cloned(0, "https://cdn.example.com/preview.mp3", NOW.plus(Duration.ofDays(1)));
  }
}
