package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.audio.entity.AudioFixtures;
import dev.timbre.audio.entity.Recording;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentFixtures;
import dev.timbre.consent.entity.Talent;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderFixtures;
import dev.timbre.storage.entity.Blob;
import dev.timbre.testing.TestDatabase;
import java.util.List;

/** A live voice in the database with everything it rests on. */
public record RegisteredVoice(
    Brand brand,
    Talent talent,
    Consent consent,
    Blob blob,
    Recording recording,
    ProviderAccount account,
    Voice voice,
    Clone firstClone) {

  /** Commits a live voice whose clone is provisional. */
  public static RegisteredVoice live(TestDatabase database) {
    return live(database, AccessFixtures.brand(), "anna");
  }

  /** Commits a live voice of a new brand under a name of its own. */
  public static RegisteredVoice live(TestDatabase database, Brand brand, String name) {
    Talent talent = ConsentFixtures.talent();
    Consent consent = ConsentFixtures.phoneConsent(talent, brand.getId());
    Blob blob = AudioFixtures.blob();
    Recording recording = AudioFixtures.recording(blob, brand.getId(), talent.getId());
    ProviderAccount account = ProviderFixtures.account();
    Voice voice = draft(brand, talent, name, consent, recording);
    voice.submit(NOW, VoiceFixtures.CURATOR, consent.newest().getId());
    voice.approve(NOW, VoiceFixtures.APPROVER, 1);
    Clone clone = new Clone(NOW, voice.getAlias(), voice.getRevision(), account.getId());
    clone.uploaded(new UploadedFiles("12345678901234567890", null));
    clone.send(NOW);
    VoiceFixtures.answer(clone);
    clone.previewStored(blob.getSha256());
    database.run(
        work ->
            List.of(brand, talent, consent, blob, recording, account, voice, clone)
                .forEach(work::add));
    database.run(
        work ->
            work.voices()
                .get(voice.getId())
                .accept(VoiceFixtures.APPROVER, work.clones().get(clone.getId())));
    return new RegisteredVoice(brand, talent, consent, blob, recording, account, voice, clone);
  }

  private static Voice draft(
      Brand brand, Talent talent, String name, Consent consent, Recording recording) {
    return new Voice(
        NOW,
        new Voice.Identity(
            new Alias(brand.getSlug() + "." + name), brand.getId(), talent.getId(), "de-DE"),
        "Anna",
        "The voice of the hotline",
        new Revision.Choice(recording.getId(), null, consent.getId(), VoiceFixtures.options()));
  }
}
