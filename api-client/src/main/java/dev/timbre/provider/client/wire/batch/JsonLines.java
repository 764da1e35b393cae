package dev.timbre.provider.client.wire.batch;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * Takes bytes, wherever they are split, and hands them on line by line. Holds one line, and no more
 * of it than is allowed; blank lines are counted and skipped. {@link #finish} hands on the last
 * one.
 */
final class JsonLines extends OutputStream {

  /** Whoever wants the lines. Numbers count from 1. */
  interface Reader {
    void line(long number, byte[] line);

    /** One that is longer than allowed; its bytes are gone. */
    void tooLong(long number);
  }

  private final Reader reader;
  private final int longest;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number = 1;
  private boolean tooLong;

  /**
   * @param longest bytes that a line may have
   */
  JsonLines(int longest, Reader reader) {
    this.longest = longest;
    this.reader = reader;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int from = offset;
    for (int at = offset; at < end; at++) {
      if (bytes[at] == '\n') {
        append(bytes, from, at);
        finish();
        number++;
        from = at + 1;
      }
    }
    append(bytes, from, end);
  }

  private void append(byte[] bytes, int from, int to) {
    if (tooLong || line.size() + (to - from) > longest) {
      tooLong = true;
      line.reset();
    } else {
      line.write(bytes, from, to - from);
    }
  }

  /** Hands on what stands after the last line break. */
  void finish() {
    byte[] whole = line.toByteArray();
    if (tooLong) {
      reader.tooLong(number);
    } else if (!isBlank(whole)) {
      reader.line(number, whole);
    }
    line.reset();
    tooLong = false;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
