package dev.timbre.voice.control;

import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloningOptions;

/**
 * Everything that making or deleting one clone needs, read in one transaction and used outside of any.
 *
 * @param target the clone to make or delete
 * @param source digest of the recording as it goes to the provider; null where the clone was found
 *     there, since nothing is made then
 * @param prompt digest of the prompt; null without one
 * @param transcript what the prompt says; null without one
 */
record CloneWork(
    Clone target, ProviderAccount account, String source, String prompt, String transcript) {

  /**
   * The request; every time the same but for the preview text, which goes only with the first: a
   * repeat must not be charged for it twice.
   */
  SpeechProvider.CloneOrder order(boolean withPreview) {
    CloningOptions options = target.getRevision().getOptions();
    return new SpeechProvider.CloneOrder(
        target.getProviderVoiceId(),
        target.getFiles().source(),
        target.getFiles().prompt(),
        transcript,
        withPreview ? options.previewText() : null,
        options.model(),
        options.languageBoost(),
        options.noiseReduction(),
        options.volumeNormalisation(),
        options.watermark());
  }
}
