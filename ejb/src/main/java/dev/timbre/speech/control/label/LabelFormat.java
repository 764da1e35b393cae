package dev.timbre.speech.control.label;

import java.util.Map;
import java.util.Optional;

/**
 * Where the label stands in one kind of file: always near its beginning, so that audio can be
 * labelled while it streams.
 */
sealed interface LabelFormat permits Mp3Label, WavLabel, FlacLabel {

  Map<String, LabelFormat> KNOWN =
      Map.of("mp3", new Mp3Label(), "wav", new WavLabel(), "flac", new FlacLabel());

  /**
   * The beginning of a file with the label in it.
   *
   * @param head what has come so far
   * @param label ASCII
   * @return empty while more is needed
   * @throws OddAudio when the file is not of this kind
   */
  Optional<byte[]> write(byte[] head, String label) throws OddAudio;
}
