package dev.timbre.sandbox.music;

import dev.timbre.sandbox.audio.Pcm;
import java.util.Random;

/**
 * A tune for a form: plucked notes of a pentatonic scale over a bass. The seed decides key, pace
 * and notes; equal melodies are equal to the sample.
 */
record Melody(SongForm form, long seed) {
  private static final int[] SCALE = {0, 2, 4, 7, 9, 12, 14, 16};
  private static final int[] ROOTS = {0, 7, 9, 5};
  private static final double LOWEST_TONIC_HZ = 196;
  private static final double SHORTEST_BAR_SECONDS = 1.6;
  private static final int HARMONICS = 4;

  /** How long one bar lasts, in seconds: 1.6 to 2.4. */
  double barSeconds() {
    return SHORTEST_BAR_SECONDS + 0.1 * Math.floorMod(seed, 9);
  }

  /** Plays the whole song at a sample rate in Hz. */
  Pcm play(int rate) {
    int barLength = (int) Math.round(barSeconds() * rate);
    float[] out = new float[barLength * form.bars().size()];
    double tonic = LOWEST_TONIC_HZ * Math.pow(2, Math.floorMod(seed / 9, 12) / 12.0);
    int at = 0;
    for (SongForm.Bar bar : form.bars()) {
      int root = ROOTS[bar.place() % ROOTS.length];
      pluck(out, new Note(at, barLength, tonic / 2 * semitones(root), 0.22, rate));
      Random random = new Random(seed * 31 + bar.section().hashCode() + bar.place());
      int step = barLength / bar.notes();
      int degree = random.nextInt(SCALE.length);
      for (int i = 0; i < bar.notes(); i++) {
        pluck(out, new Note(at + i * step, step, tonic * semitones(SCALE[degree]), 0.3, rate));
        degree = Math.floorMod(degree + random.nextInt(5) - 2, SCALE.length);
      }
      at += barLength;
    }
    return new Pcm(out, rate);
  }

  private record Note(int from, int length, double hz, double level, int rate) {}

  private static void pluck(float[] out, Note note) {
    double step = 2 * Math.PI * note.hz() / note.rate();
    for (int i = 0; i < note.length(); i++) {
      double seconds = (double) i / note.rate();
      double attack = Math.min(1, seconds / 0.01);
      double release = Math.min(1, (double) (note.length() - i) / note.rate() / 0.02);
      double value = 0;
      for (int h = 1; h <= HARMONICS; h++) {
        value += Math.sin(h * step * i) * Math.exp(-h * seconds * 1.5) / h;
      }
      out[note.from() + i] += (float) (note.level() * attack * release * value);
    }
  }

  private static double semitones(int count) {
    return Math.pow(2, count / 12.0);
  }
}
