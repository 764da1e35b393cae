package dev.timbre.voice.control.reconciliation;

import dev.timbre.voice.entity.Alias;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloningOptions;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.UploadedFiles;
import dev.timbre.voice.entity.Voice;
import java.time.Instant;
import java.util.UUID;

/** Clones of ours, as they come to be. */
final class OwnClones {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private OwnClones() {}

  static Clone requested(Instant when) {
    Voice voice =
        new Voice(
            when,
            new Voice.Identity(
                new Alias("acme.anna"), UUID.randomUUID(), UUID.randomUUID(), "de-DE"),
            "Anna",
            null,
            new Revision.Choice(
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                new CloningOptions(false, false, false, null, "Guten Tag.", null)));
    return new Clone(when, voice.getAlias(), voice.getRevision(), UUID.randomUUID());
  }

  static Clone provisional(Instant when) {
    Clone clone = requested(when);
    clone.uploaded(new UploadedFiles("1", null));
    clone.send(when);
    clone.cloned(0, null, null);
    return clone;
  }

  static Clone permanent(Instant when) {
    Clone clone = provisional(when);
    clone.used(when);
    return clone;
  }
}
