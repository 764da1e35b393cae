package dev.timbre.speech.control;

import dev.timbre.speech.entity.MetadataLabel;

/**
 * What is in the store of a speech.
 *
 * @param sha256 of the bytes that callers get; null when there are none
 * @param withheld code of what stopped it from being handed out, wholly or from some point on; null
 *     when nothing did
 */
record KeptAudio(String sha256, MetadataLabel label, String withheld) {

  /** The digest, if nothing is missing. */
  String whole() {
    return withheld == null ? sha256 : null;
  }
}
