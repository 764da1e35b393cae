package dev.timbre.speech.control.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Puts a label into audio on its way. Holds back the beginning until the label has its place,
 * mostly one piece, and lets the rest pass. Audio in which nothing finds a place passes as it is,
 * or not at all.
 */
public final class LabelledAudio extends OutputStream {

  /** Most bytes that may stand before the sound: 1 MB, far more than any provider writes. */
  static final int LONGEST_HEAD = 1024 * 1024;

  private final OutputStream out;
  private final LabelFormat format;
  private final String label;
  private final boolean strict;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private boolean settled;
  private boolean labelled;

  private LabelledAudio(OutputStream out, LabelFormat format, String label, boolean strict) {
    this.out = out;
    this.format = format;
    this.label = label;
    this.strict = strict;
  }

  /**
   * Audio with a label.
   *
   * @param format one that {@link #carries} says carries it
   * @param strict whether audio in which the label finds no place is swallowed
   */
  public static LabelledAudio into(
      OutputStream out, String format, AigcLabel label, boolean strict) {
    return new LabelledAudio(out, LabelFormat.KNOWN.get(format), label.json(), strict);
  }

  /** Whether files of that format have room for a label. */
  public static boolean carries(String format) {
    return LabelFormat.KNOWN.containsKey(format);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!settled) {
      head.write(bytes, offset, length);
      settle(false);
    } else if (labelled || !strict) {
      out.write(bytes, offset, length);
    }
  }

  /** Says that no more comes; answers whether the label was written. */
  public boolean end() throws IOException {
    if (!settled) {
      settle(true);
    }
    return labelled;
  }

  private void settle(boolean last) throws IOException {
    byte[] begun = head.toByteArray();
    try {
      Optional<byte[]> written = format.write(begun, label);
      if (written.isPresent()) {
        labelled = true;
        pass(written.get());
      } else if (last || begun.length >= LONGEST_HEAD) {
        throw new OddAudio("no sound in the first " + begun.length + " bytes");
      }
    } catch (OddAudio e) {
      System.getLogger(LabelledAudio.class.getName())
          .log(System.Logger.Level.WARNING, "Audio cannot be labelled: {0}", e.getMessage());
      pass(strict ? new byte[0] : begun);
    }
  }

  private void pass(byte[] bytes) throws IOException {
    settled = true;
    head.reset();
    if (bytes.length > 0) {
      out.write(bytes);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
