package dev.timbre.sandbox.audio;

import java.util.Arrays;
import java.util.Optional;

/** The formats that text-to-speech can answer in, under their names on the wire. */
public enum AudioFormat {
  MP3("mp3", "mp3", "audio/mpeg"),
  WAV("wav", "wav", "audio/wav"),
  FLAC("flac", "flac", "audio/flac"),
  PCM("pcm", "pcm", "application/octet-stream"),
  PCMU_RAW("pcmu_raw", "ulaw", "audio/basic"),
  PCMU_WAV("pcmu_wav", "wav", "audio/wav"),
  OPUS("opus", "opus", "audio/ogg");

  private final String wireName;
  private final String extension;
  private final String mediaType;

  AudioFormat(String wireName, String extension, String mediaType) {
    this.wireName = wireName;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The name a request uses. */
  public String wireName() {
    return wireName;
  }

  /** What a file of this format ends with, without the dot. */
  public String extension() {
    return extension;
  }

  /** The content type of a download. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of that wire name; case matters, as on the real service. */
  public static Optional<AudioFormat> named(String wireName) {
    return Arrays.stream(values()).filter(f -> f.wireName.equals(wireName)).findFirst();
  }
}
