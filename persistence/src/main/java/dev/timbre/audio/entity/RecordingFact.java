package dev.timbre.audio.entity;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What an upload was found to be or have, or what a rule allows, kept apart from its wording so
 * that it can be told in any language.
 *
 * @param kind which sentence it is; pages translate by it
 * @param values what fills the places of the sentence, in their order: numbers, and names of
 *     formats that are the same in every language
 */
public record RecordingFact(Kind kind, List<Object> values) implements Serializable {

  /** The sentences, in English. */
  public enum Kind {
    NAMED("%s"),
    EITHER("%s or %s"),
    BYTES("%d bytes"),
    AT_LEAST_ONE_BYTE("at least 1 byte"),
    SECONDS("%s s"),
    AT_LEAST_SECONDS("at least %s s"),
    MORE_THAN_SECONDS("more than %s s"),
    AT_MOST_SECONDS("at most %s s"),
    LESS_THAN_SECONDS("less than %s s"),
    NEARLY_SECONDS("%s +/- %s s"),
    HERTZ("%d Hz"),
    HERTZ_BETWEEN("%d to %d Hz"),
    FRAMES("%d frames"),
    SOUND_TRACKS("%d sound tracks"),
    ONE_SOUND_TRACK("1 sound track"),
    VIDEO_TRACK("a video track"),
    SOUND_ONLY("sound only"),
    WAV_CODING("wav format tag %s with %d bits"),
    WAV_CODINGS("PCM, float, A-law, mu-law or IMA ADPCM"),
    MP4_CODEC("mp4 codec %s"),
    MP4_OBJECT_TYPE("mp4a object type %s"),
    MPEG4_OBJECT_TYPE("MPEG-4 audio object type %d"),
    RAW_AAC("raw AAC (ADTS)"),
    RIFF_WITHOUT_WAVE("RIFF without WAVE"),
    ZIP_ARCHIVE("a zip archive"),
    PLAYLIST("a playlist"),
    FFCONCAT_SCRIPT("an ffconcat script"),
    UNKNOWN_FORMAT("no format that Timbre knows"),
    AGREEING_HEADERS("headers that agree with the content"),
    FMT_AND_DATA("a fmt and a data chunk"),
    MOOV_BOX("a moov box"),
    DECODABLE_SOUND("decodable sound");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    /** The sentence with its places filled by {@code values}. */
    public RecordingFact of(Object... values) {
      return new RecordingFact(this, List.of(values));
    }
  }

  public RecordingFact {
    Objects.requireNonNull(kind, "kind");
    values = List.copyOf(values);
  }

  /** In English, with its unit. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, kind.english, values.toArray());
  }
}
