package dev.timbre.sandbox.audio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Speaks marked text in a voice's tone. Latin script is really spoken; of other scripts each
 * syllable becomes a tone, so that length and pitch are right.
 */
public final class Synthesiser {
  private static final float USUAL_PEAK = 0.35f;
  private static final float[] SILENCE = new float[Tones.RATE / 10];

  private final LatinSpeech latin = new LatinSpeech();

  /** Speaks; never empty: text with nothing to say gives a tenth of a second of silence. */
  public Pcm speak(MarkedText text, VoiceTone tone, Delivery delivery) {
    float[] words = join(text.pieces().stream().map(p -> sound(p, tone, delivery)).toList());
    float[] audible = words.length == 0 ? SILENCE.clone() : words;
    float[] spoken = levelled(audible, (float) delivery.volume());
    float[] whole = delivery.watermark() ? join(List.of(spoken, Tones.watermark())) : spoken;
    return new Pcm(whole, Tones.RATE);
  }

  /**
   * Speaks sentence by sentence, each when it is asked for and brought to the usual level by
   * itself.
   */
  public Iterator<Pcm> sentences(MarkedText text, VoiceTone tone, Delivery delivery) {
    Stream<float[]> spoken =
        text.sentences().stream()
            .map(piece -> levelled(sound(piece, tone, delivery), (float) delivery.volume()));
    Stream<float[]> end = delivery.watermark() ? Stream.of(Tones.watermark()) : Stream.empty();
    return Stream.concat(spoken, end).map(samples -> new Pcm(samples, Tones.RATE)).iterator();
  }

  /** The sound of sentences in a row; never empty. */
  public static Pcm joined(List<Pcm> sentences) {
    float[] whole = join(sentences.stream().map(Pcm::samples).toList());
    return new Pcm(whole.length == 0 ? SILENCE.clone() : whole, Tones.RATE);
  }

  private float[] sound(MarkedText.Piece piece, VoiceTone tone, Delivery delivery) {
    if (piece instanceof MarkedText.Words words) {
      List<float[]> parts = new ArrayList<>();
      addWords(parts, words.text(), tone, delivery.speed());
      return join(parts);
    }
    return piece instanceof MarkedText.Pause pause
        ? new float[(int) Math.round(pause.seconds() * Tones.RATE)]
        : Tones.breath(((MarkedText.Interjection) piece).name());
  }

  private void addWords(List<float[]> parts, String text, VoiceTone tone, double speed) {
    for (ScriptRun run : ScriptRun.of(text)) {
      if (run.latin()) {
        Pcm spoken = latin.speak(run.text(), tone, speed);
        parts.add(Resampler.resample(spoken, Tones.RATE).samples());
      } else {
        parts.add(Tones.syllables(run.syllables(), tone, speed));
      }
    }
  }

  private static float[] join(List<float[]> parts) {
    float[] whole = new float[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  // Equal peaks at volume 1; above that the level rises into a soft limit instead of clipping.
  private static float[] levelled(float[] samples, float volume) {
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
