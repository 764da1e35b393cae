package dev.timbre.provider.client.archive;

import java.util.List;

/**
 * What a long synthesis delivered.
 *
 * @param audio one file for a text; for a zip of JSON files one for each field that was not empty
 * @param notUnderstood names of other files in the archive, and of subtitles and figures that could
 *     not be read or belong to no audio
 */
public record LongSpeechResult(List<SpokenFile> audio, List<String> notUnderstood) {

  public LongSpeechResult {
    audio = List.copyOf(audio);
    notUnderstood = List.copyOf(notUnderstood);
  }
}
