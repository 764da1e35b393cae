package dev.timbre.audio.control.measure;

import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.QualityWarning.Kind;
import dev.timbre.audio.entity.RecordingPurpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns measures into what a curator should know, and how to do better. */
public final class QualityWarnings {

  private final List<QualityWarning> warnings = new ArrayList<>();

  private QualityWarnings() {}

  /** The warnings for a recording, severe ones first. */
  public static List<QualityWarning> of(
      RecordingPurpose purpose, double seconds, int sampleRate, QualityMeasures measures) {
    QualityWarnings found = new QualityWarnings();
    if (measures.integratedLufs() == null) {
      found.silent();
    } else {
      found.level(measures.integratedLufs());
      found.distortion(measures);
      found.speech(purpose, measures);
    }
    found.channels(measures);
    found.source(measures, sampleRate);
    found.duration(purpose, seconds);
    found.warnings.sort(Comparator.comparing(warning -> !warning.severe()));
    return found.warnings;
  }

  private void silent() {
    add(
        Kind.SILENT,
        true,
        null,
        QualityLimits.MIN_LUFS,
        "The recording is silent. Check the microphone and record again.");
  }

  private void level(double lufs) {
    if (lufs < QualityLimits.MIN_LUFS) {
      add(
          Kind.TOO_QUIET,
          false,
          lufs,
          QualityLimits.MIN_LUFS,
          "Loudness is %.1f LUFS; below %.0f LUFS noise comes up with the voice. Record nearer to"
              + " the microphone.");
    }
    if (lufs > QualityLimits.MAX_LUFS) {
      add(
          Kind.TOO_LOUD,
          false,
          lufs,
          QualityLimits.MAX_LUFS,
          "Loudness is %.1f LUFS; above %.0f LUFS the sound is mostly compressed or clipped. Lower"
              + " the input level.");
    }
  }

  private void distortion(QualityMeasures measures) {
    double clipped = measures.clippedShare();
    if (clipped > QualityLimits.MAX_CLIPPED_SHARE) {
      add(
          Kind.CLIPPED,
          clipped > QualityLimits.SEVERE_CLIPPED_SHARE,
          clipped,
          QualityLimits.MAX_CLIPPED_SHARE,
          "A share of %.4f of the samples is clipped; the limit is %.3f. Lower the input level and"
              + " record again.");
    }
    Double snr = measures.snrDb();
    if (snr != null && snr < QualityLimits.MIN_SNR_DB) {
      add(
          Kind.NOISY,
          snr < QualityLimits.SEVERE_SNR_DB,
          snr,
          QualityLimits.MIN_SNR_DB,
          "Speech is about %.1f dB above the noise; it should be at least %.0f dB. Record in a"
              + " quieter room.");
    }
  }

  private void speech(RecordingPurpose purpose, QualityMeasures measures) {
    double silence = measures.silenceShare();
    if (silence > QualityLimits.MAX_SILENCE_SHARE) {
      add(
          Kind.MOSTLY_SILENT,
          false,
          silence,
          QualityLimits.MAX_SILENCE_SHARE,
          "A share of %.2f of the recording is silence; the limit is %.1f. Cut the pauses.");
    }
    double seconds = measures.speechSeconds();
    if (purpose == RecordingPurpose.CLONE_SOURCE && seconds < QualityLimits.MIN_SPEECH_SECONDS) {
      add(
          Kind.LITTLE_SPEECH,
          true,
          seconds,
          QualityLimits.MIN_SPEECH_SECONDS,
          "There are only %.1f s of speech; a clone needs at least %.0f s. Record more.");
    }
  }

  private void channels(QualityMeasures measures) {
    Double correlation = measures.channelCorrelation();
    if (correlation != null && correlation < QualityLimits.MIN_CORRELATION) {
      add(
          Kind.ANTIPHASE,
          false,
          correlation,
          QualityLimits.MIN_CORRELATION,
          "The channels correlate by %.2f; below %.1f they cancel each other in mono, so only one"
              + " is used. Check the cable of one channel.");
    }
    Double difference = measures.channelLevelDifferenceDb();
    if (difference != null && difference > QualityLimits.MAX_CHANNEL_DIFFERENCE_DB) {
      add(
          Kind.DEAD_CHANNEL,
          false,
          difference,
          QualityLimits.MAX_CHANNEL_DIFFERENCE_DB,
          "One channel is %.0f dB quieter than the other; above %.0f dB it counts as dead, and the"
              + " other is used alone. Check the missing channel.");
    }
  }

  private void source(QualityMeasures measures, int sampleRate) {
    if (measures.dcOffset() > QualityLimits.MAX_DC_OFFSET) {
      add(
          Kind.DC_OFFSET,
          false,
          measures.dcOffset(),
          QualityLimits.MAX_DC_OFFSET,
          "The sound is off its zero line by %.3f; the limit is %.2f. Check the sound card, or"
              + " remove the DC offset.");
    }
    if (measures.lowFrequencyShare() > QualityLimits.MAX_LOW_FREQUENCY_SHARE) {
      add(
          Kind.MAINS_HUM,
          false,
          measures.lowFrequencyShare(),
          QualityLimits.MAX_LOW_FREQUENCY_SHARE,
          "A share of %.2f of the power lies below 80 Hz; above %.2f it is hum or rumble. Check"
              + " cables and power supplies.");
    }
    if (sampleRate < QualityLimits.MIN_SAMPLE_RATE_HZ) {
      add(
          Kind.LOW_SAMPLE_RATE,
          false,
          (double) sampleRate,
          QualityLimits.MIN_SAMPLE_RATE_HZ,
          "The sample rate is %.0f Hz; below %.0f Hz the voice sounds like a telephone. Record at"
              + " 44.1 or 48 kHz.");
    }
  }

  private void duration(RecordingPurpose purpose, double seconds) {
    for (double bound : new double[] {purpose.minSeconds(), purpose.maxSeconds()}) {
      if (Math.abs(seconds - bound) <= QualityLimits.BOUND_MARGIN_SECONDS) {
        add(
            Kind.DURATION_NEAR_BOUND,
            false,
            seconds,
            bound,
            "The recording lasts %.3f s, very near to the bound of %.0f s; a service that counts"
                + " whole frames may see it beyond. Keep 0.2 s away from it.");
      }
    }
    if (purpose == RecordingPurpose.CLONE_PROMPT
        && seconds < QualityLimits.DOUBTFUL_PROMPT_SECONDS) {
      add(
          Kind.SHORT_PROMPT,
          false,
          seconds,
          QualityLimits.DOUBTFUL_PROMPT_SECONDS,
          "The prompt lasts %.1f s; some were refused below %.0f s. Record a longer sentence.");
    }
  }

  private void add(Kind kind, boolean severe, Double measured, double limit, String message) {
    String text = measured == null ? message : String.format(Locale.ROOT, message, measured, limit);
    warnings.add(new QualityWarning(kind, severe, measured, limit, text));
  }
}
