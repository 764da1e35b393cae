package dev.timbre.audio.control.measure;

import java.util.Arrays;

/** A growing row of doubles; five minutes of levels are 30000 of them. */
final class DoubleList {

  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size] = value;
    size++;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
