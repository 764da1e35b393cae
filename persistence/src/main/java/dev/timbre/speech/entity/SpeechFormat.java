package dev.timbre.speech.entity;

import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which form the audio comes.
 *
 * @param format {@code mp3}, {@code wav}, {@code flac} or {@code pcm}
 * @param sampleRate Hz
 * @param bitrate bit/s; matters for mp3 only
 */
@Embeddable
public record SpeechFormat(
    @Column(name = "format", nullable = false, updatable = false) String format,
    @Column(name = "sample_rate", nullable = false, updatable = false) int sampleRate,
    @Column(name = "bitrate", nullable = false, updatable = false) int bitrate) {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of("mp3", "audio/mpeg", "wav", "audio/wav", "flac", "audio/flac", "pcm", "audio/L16");
  private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16000, 22050, 24000, 32000, 44100);
  private static final Set<Integer> BITRATES = Set.of(32000, 64000, 128000, 256000);

  public static final SpeechFormat DEFAULT = new SpeechFormat("mp3", 32000, 128000);

  /**
   * @throws Invalid when the provider knows no such form (MiniMax API reference, T2A v2)
   */
  public SpeechFormat {
    if (format == null || !MEDIA_TYPES.containsKey(format)) {
      throw invalid("format", format, MEDIA_TYPES.keySet());
    }
    if (!SAMPLE_RATES.contains(sampleRate)) {
      throw invalid("sampleRate", sampleRate, SAMPLE_RATES);
    }
    if (!BITRATES.contains(bitrate)) {
      throw invalid("bitrate", bitrate, BITRATES);
    }
  }

  public String mediaType() {
    return "pcm".equals(format)
        ? "audio/L16;rate=" + sampleRate + ";channels=1"
        : MEDIA_TYPES.get(format);
  }

  private static Invalid invalid(String field, Object value, Set<?> allowed) {
    return new Invalid(
        "speech-" + field.toLowerCase(Locale.ROOT) + "-unknown",
        field + " is '" + value + "'; use one of " + new TreeSet<>(allowed) + ".");
  }
}
