package dev.timbre.sandbox.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A text that is spoken sentence by sentence, each when it is asked for and brought to the usual
 * level by itself.
 */
public final class Recital implements Iterator<Pcm> {
  private final Synthesiser synthesiser;
  private final Deque<MarkedText.Piece> rest;
  private final VoiceTone tone;
  private final Delivery delivery;
  private final List<float[]> parts = new ArrayList<>();
  private final Timeline timeline = new Timeline();
  private boolean ended;

  Recital(Synthesiser synthesiser, MarkedText text, VoiceTone tone, Delivery delivery) {
    this.synthesiser = synthesiser;
    this.rest = new ArrayDeque<>(text.sentences());
    this.tone = tone;
    this.delivery = delivery;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Pcm next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    List<float[]> before = List.copyOf(parts);
    if (!rest.isEmpty()) {
      synthesiser.add(parts, timeline, rest.pop(), tone, delivery.speed());
    }
    float[] fresh = Synthesiser.join(parts.subList(before.size(), parts.size()));
    float[] sentence = Synthesiser.levelled(fresh, (float) delivery.volume());
    if (rest.isEmpty()) {
      sentence = Synthesiser.join(List.of(sentence, end(before, sentence)));
      ended = true;
    }
    parts.clear();
    parts.addAll(before);
    parts.add(sentence);
    return new Pcm(sentence, Tones.RATE);
  }

  /** What follows the last sentence: the watermark, and silence where nothing was said. */
  private float[] end(List<float[]> before, float[] last) {
    boolean silent = last.length == 0 && before.stream().allMatch(part -> part.length == 0);
    float[] silence = silent ? new float[Tones.RATE / 10] : new float[0];
    return delivery.watermark() ? Synthesiser.join(List.of(silence, Tones.watermark())) : silence;
  }

  /** All that was spoken so far. */
  public Spoken spoken() {
    return new Spoken(new Pcm(Synthesiser.join(parts), Tones.RATE), timeline);
  }
}
