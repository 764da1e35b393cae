package dev.timbre.voice.control;

import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ErasureAsked;
import dev.timbre.consent.control.ReleasedContent;
import dev.timbre.consent.control.TalentErased;
import dev.timbre.consent.control.TalentToErase;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.error.Conflict;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Ends the voices of a talent whose data are erased, and lets go of their previews. */
@ApplicationScoped
class ForgottenTalent {

  /** What may still speak, or come to. Drafts may not: nobody agrees to them any more. */
  private static final Set<VoiceState> IN_USE =
      EnumSet.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED);

  @Inject Voices voices;
  @Inject Consents consents;
  @Inject Clones clones;
  @Inject Recordings recordings;
  @Inject OwedDeletions deletions;
  @Inject ReleasedContent released;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  void lock(@Observes TalentToErase news) {
    UUID talent = news.talentId();
    voices.lockOfTalent(talent);
    consents.ofTalent(talent).forEach(consent -> consents.getForChange(consent.getId()));
    clones.getForChange(clones.ofTalent(talent).stream().map(Clone::getId).toList());
  }

  void retire(@Observes ErasureAsked asked) {
    voices.ofTalent(asked.talentId()).stream()
        .filter(voice -> IN_USE.contains(voice.getState()))
        .forEach(voice -> retireOrRefuse(voice, asked.endFirst()));
    deletions.orderAll(clones.ofTalent(asked.talentId()));
  }

  /** Uploaded without a talent's name on it, but the talent's voice it is. */
  private void release(UUID erasureId, Recording recording) {
    released.add(erasureId, recording.getId(), recording.getOriginal());
    released.add(erasureId, recording.getId(), recording.getNormalised());
    released.add(erasureId, recording.getId(), recording.getWaveform());
    recording.erase(clock.instant());
  }

  private void retireOrRefuse(Voice voice, boolean endFirst) {
    if (!endFirst) {
      throw new Conflict(
              "talent-voice-in-use",
              "Voice "
                  + voice.getAlias()
                  + " of the talent is "
                  + voice.getState()
                  + "; retire it first, or say that everything is to be ended.")
          .about(voice.getAlias(), voice.getState());
    }
    VoiceState before = voice.getState();
    if (before == VoiceState.LIVE) {
      voice.suspend("The talent's data are erased.");
    }
    voice.retire();
    trail.done(
        AuditAction.VOICE_RETIRE, voice.getId(), Change.of("state", before, voice.getState()));
  }

  void release(@Observes TalentErased news) {
    List<Voice> spoken = voices.ofTalent(news.talentId());
    spoken.forEach(Voice::erase);
    List<Revision> revisions =
        spoken.stream().flatMap(voice -> voices.revisionsOf(voice.getId()).stream()).toList();
    revisions.forEach(Revision::erase);
    revisions.stream()
        .flatMap(revision -> Stream.of(revision.getRecordingId(), revision.getPromptRecordingId()))
        .filter(Objects::nonNull)
        .distinct()
        .map(recordings::get)
        .filter(recording -> recording.getTalentId() == null)
        .forEach(recording -> release(news.erasureId(), recording));
    for (Clone clone : clones.ofTalent(news.talentId())) {
      // locked and read anew by the order of its deletion, so a copy under way comes before or
      // after
      clone.previewGivenUp(PreviewState.EXPIRED, "The talent's data were erased before the copy.");
      released.add(news.erasureId(), clone.getId(), clone.getPreview().audio());
    }
  }
}
