package dev.timbre.audio.control.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.audio.entity.QualityMeasures;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loudness and peaks of signals whose values are known from the standards. */
class LoudnessTest {

  private static QualityMeasures measure(int rate, int channels, double seconds, double gain)
      throws IOException {
    QualityMeasurement measurement = new QualityMeasurement();
    measurement.begin(rate, channels);
    int frames = (int) (seconds * rate);
    float[][] samples = new float[channels][frames];
    for (int i = 0; i < frames; i++) {
      for (float[] channel : samples) {
        channel[i] = (float) (gain * Math.sin(2 * Math.PI * 997 * i / rate));
      }
    }
    measurement.accept(samples, frames);
    return measurement.measures();
  }

  // ITU-R BS.1770: a 997 Hz sine at full scale in one channel reads -3.01 LKFS.
  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 96_000})
  void fullScaleSine_readsAsTheStandardSays(int rate) throws IOException {
    assertThat(measure(rate, 1, 4, 1).integratedLufs()).isCloseTo(-3.01, within(0.05));
  }

  // EBU Tech 3341, case 1: stereo 1 kHz at -23 dBFS reads -23 LUFS.
  @Test
  void sineInBothChannels_isThreeDecibelsLouder() throws IOException {
    double gain = Math.pow(10, -23 / 20.0);

    QualityMeasures measures = measure(48_000, 2, 20, gain);

    assertThat(measures.integratedLufs()).isCloseTo(-23, within(0.1));
    assertThat(measures.loudnessRangeLu()).isCloseTo(0, within(0.1));
    assertThat(measures.channelCorrelation()).isCloseTo(1, within(1e-6));
    assertThat(measures.channelLevelDifferenceDb()).isCloseTo(0, within(1e-6));
  }

  @Test
  void lessThanOneBlock_hasNoLoudness() throws IOException {
    assertThat(measure(48_000, 1, 0.39, 0.5).integratedLufs()).isNull();
  }

  @Test
  void silence_hasNoLevelsAndNoSpeech() throws IOException {
    QualityMeasures measures = measure(16_000, 2, 10, 0);

    assertThat(measures.integratedLufs()).isNull();
    assertThat(measures.samplePeakDbfs()).isNull();
    assertThat(measures.snrDb()).isNull();
    assertThat(measures.channelCorrelation()).isNull();
    assertThat(measures.silenceShare()).isEqualTo(1);
    assertThat(measures.speechSeconds()).isZero();
  }

  // A quarter of the rate, 45 degrees off: every sample is 3 dB below the wave's own peak.
  @Test
  void peakBetweenSamples_isFound() throws IOException {
    QualityMeasurement measurement = new QualityMeasurement();
    measurement.begin(48_000, 1);
    float[] wave = new float[48_000];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (float) (0.5 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
    }
    measurement.accept(new float[][] {wave}, wave.length);

    QualityMeasures measures = measurement.measures();

    assertThat(measures.samplePeakDbfs()).isCloseTo(-9.03, within(0.02));
    assertThat(measures.truePeakDbtp()).isCloseTo(-6.02, within(0.1));
  }

  @Test
  void result_doesNotDependOnTheSizeOfBlocks() throws IOException {
    QualityMeasurement measurement = new QualityMeasurement();
    measurement.begin(22_050, 1);
    float[] block = new float[777];
    int position = 0;
    for (int i = 0; i < 4 * 22_050 / block.length; i++) {
      for (int j = 0; j < block.length; j++) {
        block[j] = (float) Math.sin(2 * Math.PI * 997 * position / 22_050);
        position++;
      }
      measurement.accept(new float[][] {block}, block.length);
    }

    assertThat(measurement.measures().integratedLufs()).isCloseTo(-3.01, within(0.05));
  }
}
