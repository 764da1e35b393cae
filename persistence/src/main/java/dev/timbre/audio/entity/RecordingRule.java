package dev.timbre.audio.entity;

import java.util.Locale;

/** The rules an upload must keep to become a recording, each with what to do about it. */
public enum RecordingRule {
  FILE_EMPTY("file", "Choose the file again; nothing arrived."),
  FILE_TOO_LARGE("file", "Shorten the recording, or save it as mp3 or m4a."),
  CONTAINER_NOT_ACCEPTED("file", "Export the recording as wav, mp3 or m4a."),
  CODEC_NOT_ACCEPTED("file", "Export the recording as PCM wav, mp3 or AAC m4a."),
  VIDEO_NOT_ACCEPTED("file", "Export the sound alone."),
  TRACKS_NOT_ACCEPTED("file", "Export the recording with exactly one sound track."),
  NAME_MISMATCH("file", "Give the file the ending that fits its content, or export it again."),
  SAMPLE_RATE_NOT_ACCEPTED("sampleRate", "Export the recording at 44.1 or 48 kHz."),
  CHANNELS_NOT_ACCEPTED("channels", "Export the recording in mono or stereo."),
  HEADER_INCONSISTENT("file", "The file is damaged; export the recording again."),
  TRUNCATED("file", "The file is cut off; upload or export the recording again."),
  NO_AUDIO("duration", "Choose a file that holds sound."),
  DURATION_TOO_SHORT("duration", "Record more, or use the file for another purpose."),
  DURATION_TOO_LONG("duration", "Cut the recording."),
  LENGTH_DIFFERS("file", "The file is damaged; export the recording again."),
  UNDECODABLE("file", "The file is damaged; export the recording again."),
  DECODING_TOO_SLOW("file", "Export the recording again as plain PCM wav.");

  private final String field;
  private final String remedy;

  RecordingRule(String field, String remedy) {
    this.field = field;
    this.remedy = remedy;
  }

  /** Stable, kebab-case name, for example {@code duration-too-short}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the rule is about, as callers of the REST interface name it. */
  public String field() {
    return field;
  }

  /** One English sentence that says what to do. */
  public String remedy() {
    return remedy;
  }
}
