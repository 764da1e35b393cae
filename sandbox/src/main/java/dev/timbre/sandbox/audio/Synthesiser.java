package dev.timbre.sandbox.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Speaks marked text in a voice's tone. Latin script is really spoken; of other scripts each
 * syllable becomes a tone, so that length and pitch are right.
 */
public final class Synthesiser {
  private static final float USUAL_PEAK = 0.35f;

  private final LatinSpeech latin = new LatinSpeech();

  /** Speaks; never empty: text with nothing to say gives a tenth of a second of silence. */
  public Pcm speak(MarkedText text, VoiceTone tone, Delivery delivery) {
    return speakTimed(text, tone, delivery).sound();
  }

  /** The same, with the moments at which each part of the text is said. */
  public Spoken speakTimed(MarkedText text, VoiceTone tone, Delivery delivery) {
    List<float[]> parts = new ArrayList<>();
    Timeline timeline = new Timeline();
    text.pieces().forEach(piece -> add(parts, timeline, piece, tone, delivery.speed()));
    if (parts.stream().allMatch(part -> part.length == 0)) {
      parts.add(new float[Tones.RATE / 10]);
    }
    float[] spoken = levelled(join(parts), (float) delivery.volume());
    float[] whole = delivery.watermark() ? join(List.of(spoken, Tones.watermark())) : spoken;
    return new Spoken(new Pcm(whole, Tones.RATE), timeline);
  }

  /** Speaks sentence by sentence. */
  public Recital begin(MarkedText text, VoiceTone tone, Delivery delivery) {
    return new Recital(this, text, tone, delivery);
  }

  void add(
      List<float[]> parts,
      Timeline timeline,
      MarkedText.Piece piece,
      VoiceTone tone,
      double speed) {
    if (piece instanceof MarkedText.Words words) {
      addWords(parts, timeline, words, tone, speed);
    } else if (piece instanceof MarkedText.Pause pause) {
      parts.add(new float[(int) Math.round(pause.seconds() * Tones.RATE)]);
    } else if (piece instanceof MarkedText.Interjection interjection) {
      parts.add(Tones.breath(interjection.name()));
    }
  }

  private void addWords(
      List<float[]> parts,
      Timeline timeline,
      MarkedText.Words words,
      VoiceTone tone,
      double speed) {
    int at = words.at();
    for (ScriptRun run : ScriptRun.of(words.text())) {
      float[] part = said(run, tone, speed);
      long before = parts.stream().mapToLong(p -> p.length).sum();
      timeline.add(at, run.text(), millis(before), millis(before + part.length));
      parts.add(part);
      at += run.text().length();
    }
  }

  private float[] said(ScriptRun run, VoiceTone tone, double speed) {
    if (!run.latin()) {
      return Tones.syllables(run.syllables(), tone, speed);
    }
    Pcm spoken = latin.speak(run.text(), tone, speed);
    return Resampler.resample(spoken, Tones.RATE).samples();
  }

  private static double millis(long samples) {
    return samples * 1000.0 / Tones.RATE;
  }

  static float[] join(List<float[]> parts) {
    float[] whole = new float[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  // Equal peaks at volume 1; above that the level rises into a soft limit instead of clipping.
  static float[] levelled(float[] samples, float volume) {
    float peak = 1e-6f;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    float gain = peak < 1e-4f ? 0 : USUAL_PEAK / peak * volume;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.tanh(samples[i] * gain);
    }
    return samples;
  }
}
