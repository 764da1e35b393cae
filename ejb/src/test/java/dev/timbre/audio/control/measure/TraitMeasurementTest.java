package dev.timbre.audio.control.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.audio.control.decode.DecodeRequest;
import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.Decoders;
import dev.timbre.audio.control.decode.PcmSink;
import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.control.header.HeaderWalker;
import dev.timbre.audio.entity.VoiceTraits;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traits of sounds that are known, and of people who are. */
class TraitMeasurementTest {

  private static final Decoder DECODER = new Decoder(Decoders.bundled());

  /** Pulses through a resonance, as a throat makes them, between two seconds of nothing. */
  private static VoiceTraits hum(double hertz, int rate, double gain, int block) {
    float[] sound = new float[4 * rate];
    double period = rate / hertz;
    for (double at = rate; at < 3 * rate; at += period) {
      for (int i = 0; i < rate / 50 && (int) at + i < 3 * rate; i++) {
        double decay = Math.exp(-i * 200.0 / rate);
        sound[(int) at + i] += (float) (gain * decay * Math.sin(2 * Math.PI * 700 * i / rate));
      }
    }
    TraitMeasurement measurement = new TraitMeasurement();
    measurement.begin(rate, 1);
    for (int from = 0; from < sound.length; from += block) {
      float[] part = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + block));
      measurement.accept(new float[][] {part}, part.length);
    }
    return measurement.traits();
  }

  /** Part of a recording, in seconds. */
  private static VoiceTraits part(String name, double from, double to) throws IOException {
    Sample sample = Sample.named("valid/" + name);
    TraitMeasurement measurement = new TraitMeasurement();
    DECODER.decode(
        new DecodeRequest(
            sample.path().toAbsolutePath(), HeaderWalker.walk(sample.bytes(), null), 0),
        new Excerpt(measurement, from, to));
    return measurement.traits();
  }

  @ParameterizedTest
  @CsvSource({"90, 16000", "120, 44100", "210, 22050", "300, 48000"})
  void pitchOfAHum_isItsFrequency(double hertz, int rate) {
    assertThat(hum(hertz, rate, 0.3, 4096).pitchHz()).isCloseTo(hertz, within(hertz / 100));
  }

  @Test
  void lengthOfAHum_isWithoutThePauses() {
    assertThat(hum(120, 16_000, 0.3, 4096).seconds()).isCloseTo(2, within(0.05));
  }

  @Test
  void louderHum_differsInLoudnessAndInNothingElse() {
    VoiceTraits quiet = hum(120, 16_000, 0.1, 4096);
    VoiceTraits loud = hum(120, 16_000, 0.2, 4096);

    assertThat(loud.louderThan(quiet)).isCloseTo(6.02, within(0.05));
    assertThat(loud.higherThan(quiet)).isCloseTo(0, within(0.01));
    assertThat(loud.farFrom(quiet)).isCloseTo(0, within(0.1));
  }

  @Test
  void result_doesNotDependOnTheSizeOfBlocks() {
    assertThat(hum(120, 22_050, 0.3, 333)).isEqualTo(hum(120, 22_050, 0.3, 8192));
  }

  @Test
  void silence_hasNoPitchAndNoLoudness() {
    VoiceTraits silence = hum(120, 16_000, 0, 4096);

    assertThat(silence.seconds()).isZero();
    assertThat(silence.pitchHz()).isNull();
    assertThat(silence.loudnessLufs()).isNull();
    assertThat(silence.higherThan(hum(120, 16_000, 0.3, 4096))).isNull();
  }

  @Test
  void samePassageInAnotherFormat_soundsTheSame() throws IOException {
    VoiceTraits wav = part("jfk_en_mono_16k_s16.wav", 0, 60);
    VoiceTraits mp3 = part("jfk_en_stereo_44k1_cbr128.mp3", 0, 60);

    assertThat(mp3.farFrom(wav)).isLessThan(0.2);
    assertThat(mp3.higherThan(wav)).isCloseTo(0, within(0.2));
    assertThat(mp3.longerThan(wav)).isCloseTo(0, within(0.01));
  }

  // the same voice saying something else: as far apart as one voice should ever come
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jfk_en_mono_16k_s16.wav",
        "lj_en_mono_44k1_vbr_xing.mp3",
        "lj_en_mono_44k1_aac48.m4a",
        "kerstin_de_mono_48k_s16.wav",
        "kerstin_de_stereo_48k_aac72.m4a"
      })
  void anotherPassageOfTheSameVoice_isNearerThanAnotherVoice(String name) throws IOException {
    VoiceTraits voice = part(name, 0, 6);
    VoiceTraits other = part("espeak_zh_mono_22k05_cbr40.mp3", 0, 6);

    VoiceTraits later = part(name, 6, 12);

    assertThat(later.farFrom(voice)).isLessThan(4);
    assertThat(Math.abs(later.higherThan(voice))).isLessThan(3);
    assertThat(other.farFrom(voice)).isGreaterThan(8);
    assertThat(Math.abs(other.higherThan(voice))).isGreaterThan(7);
  }

  @Test
  void anotherSpeaker_isFarAway() throws IOException {
    VoiceTraits kennedy = part("jfk_en_mono_16k_s16.wav", 0, 60);
    VoiceTraits kerstin = part("kerstin_de_mono_48k_s16.wav", 0, 60);

    assertThat(kerstin.farFrom(kennedy)).isGreaterThan(9);
    assertThat(kerstin.louderThan(kennedy)).isLessThan(-8);
  }

  /** Lets through what lies between two moments. */
  private static final class Excerpt implements PcmSink {

    private final TraitMeasurement measurement;
    private final double from;
    private final double to;
    private int rate;
    private long position;

    Excerpt(TraitMeasurement measurement, double from, double to) {
      this.measurement = measurement;
      this.from = from;
      this.to = to;
    }

    @Override
    public void begin(int sampleRate, int channels) {
      rate = sampleRate;
      measurement.begin(sampleRate, channels);
    }

    @Override
    public void accept(float[][] samples, int frames) {
      int first = within(from * rate - position, frames);
      int last = within(to * rate - position, frames);
      float[][] cut =
          Arrays.stream(samples)
              .map(channel -> Arrays.copyOfRange(channel, first, last))
              .toArray(float[][]::new);
      measurement.accept(cut, last - first);
      position += frames;
    }

    private static int within(double place, int frames) {
      return (int) Math.max(0, Math.min(frames, place));
    }
  }
}
