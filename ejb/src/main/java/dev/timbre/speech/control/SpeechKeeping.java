package dev.timbre.speech.control;

import dev.timbre.speech.control.label.LabelledAudio;
import dev.timbre.speech.entity.Labels;
import dev.timbre.speech.entity.MetadataLabel;
import dev.timbre.speech.entity.Speech;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps a speech's audio as it is handed out, with its label. */
@ApplicationScoped
class SpeechKeeping {

  /** The policy refuses audio without a label, and none could be written. */
  static final String LABEL_FAILED = "label-failed";

  @Inject BlobStore store;
  @Inject Labelling labelling;

  /** The whole audio; safe to repeat. */
  KeptAudio keep(Speech speech, BlobStore.Content audio) {
    MetadataLabel[] label = new MetadataLabel[1];
    String digest = store.keep(file -> label[0] = labelled(speech, file, audio));
    boolean swallowed = label[0] == MetadataLabel.FAILED && speech.getLabels().strict();
    return swallowed
        ? new KeptAudio(null, label[0], LABEL_FAILED)
        : new KeptAudio(digest, label[0], null);
  }

  /** Audio while it is made: into the store and to the outlet, as far as the outlet lets it. */
  KeptAudio pour(Speech speech, SpeechOutlet outlet, BlobStore.Content audio) {
    MetadataLabel[] label = new MetadataLabel[1];
    String digest = store.keep(file -> label[0] = labelled(speech, outlet.over(file), audio));
    if (label[0] == MetadataLabel.FAILED && speech.getLabels().strict()) {
      outlet.stop(LABEL_FAILED);
    }
    return new KeptAudio(outlet.isEmpty() ? null : digest, label[0], outlet.stopped());
  }

  private MetadataLabel labelled(Speech speech, OutputStream out, BlobStore.Content audio)
      throws IOException {
    Labels labels = speech.getLabels();
    if (!labels.wanted()) {
      audio.writeTo(out);
      return labels.metadata();
    }
    LabelledAudio labelled = labelling.onto(out, speech);
    audio.writeTo(labelled);
    return labelled.end() ? MetadataLabel.WRITTEN : MetadataLabel.FAILED;
  }
}
