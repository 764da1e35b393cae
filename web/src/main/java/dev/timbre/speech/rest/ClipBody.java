package dev.timbre.speech.rest;

import dev.timbre.speech.control.ReceiptCatalogue;
import java.util.List;

/**
 * Whether a clip is ours.
 *
 * @param ours whether a speech has exactly these bytes; false proves nothing about the sound, since
 *     another encoding of it has other bytes
 * @param speeches those that have, the newest first
 * @param claimed the speech that the clip's own label names; anybody can write such a label
 */
public record ClipBody(String sha256, boolean ours, List<SpeechBody> speeches, SpeechBody claimed) {

  static ClipBody of(ReceiptCatalogue.Clip clip) {
    return new ClipBody(
        clip.sha256(),
        !clip.speeches().isEmpty(),
        clip.speeches().stream().map(SpeechBody::of).toList(),
        clip.claimed() == null ? null : SpeechBody.of(clip.claimed()));
  }
}
