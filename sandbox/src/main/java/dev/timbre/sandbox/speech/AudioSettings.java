package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the {@code audio_setting} of the speech families, which name and default it differently.
 */
final class AudioSettings {
  /** Formats whose header states the length. */
  private static final Set<AudioFormat> WHOLE_FILES =
      EnumSet.of(AudioFormat.WAV, AudioFormat.PCMU_WAV);

  private static final List<Integer> OPUS_RATES = List.of(8000, 12_000, 16_000, 24_000, 48_000);
  private static final int USUAL_OPUS_RATE = 24_000;
  private static final int ASYNC_CHANNELS = 2;

  private AudioSettings() {}

  /** For a sound that is answered whole. */
  static Encoding read(Fields fields) {
    Fields audio = in(fields);
    List<Integer> rates = SpeechTerms.SAMPLE_RATES;
    return encoding(
        audio, audio.whole("sample_rate", rates).orElse(usual(rates)), Encoding.DEFAULT.channels());
  }

  /** For a sound that is sent in pieces, which rules out formats that state their length first. */
  static Encoding readStreamed(Fields fields) {
    Encoding encoding = read(fields);
    if (WHOLE_FILES.contains(encoding.format())) {
      throw in(fields)
          .refusal("format", encoding.format().wireName() + " is not supported with stream");
    }
    return encoding;
  }

  /** For asynchronous speech: another name for the rate, and two channels unless one is wanted. */
  static Encoding readAsync(Fields fields) {
    Fields audio = in(fields);
    String name = audio.has("audio_sample_rate") ? "audio_sample_rate" : "sample_rate";
    List<Integer> rates = format(audio) == AudioFormat.OPUS ? OPUS_RATES : SpeechTerms.SAMPLE_RATES;
    return encoding(audio, audio.whole(name, rates).orElse(usual(rates)), ASYNC_CHANNELS);
  }

  private static int usual(List<Integer> rates) {
    int usual = Encoding.DEFAULT.sampleRate();
    return rates.contains(usual) ? usual : USUAL_OPUS_RATE;
  }

  private static Encoding encoding(Fields audio, int rate, int channels) {
    audio.flag("force_cbr");
    return new Encoding(
        format(audio),
        rate,
        audio.whole("bitrate", SpeechTerms.BITRATES).orElse(Encoding.DEFAULT.bitrate()),
        audio.whole("channel", 1, 2).orElse(channels));
  }

  private static AudioFormat format(Fields audio) {
    List<String> names = Arrays.stream(AudioFormat.values()).map(AudioFormat::wireName).toList();
    return audio
        .choice("format", names)
        .flatMap(AudioFormat::named)
        .orElse(Encoding.DEFAULT.format());
  }

  private static Fields in(Fields fields) {
    return fields.object("audio_setting").orElse(new Fields("audio_setting.", Call.object()));
  }
}
