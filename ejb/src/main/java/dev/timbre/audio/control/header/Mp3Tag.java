package dev.timbre.audio.control.header;

import java.util.Optional;

/**
 * What an encoder left in the first frame, which then carries no sound: the Xing/Info tag with its
 * LAME extension, or the VBRI tag.
 *
 * @param frames frames of sound it announces; -1 when it does not say
 * @param delay samples of encoder delay before the sound
 * @param padding samples of padding after it
 */
record Mp3Tag(long frames, int delay, int padding) {

  private static final int VBRI_OFFSET = 36;
  private static final int VBRI_FRAMES = 14;
  private static final int VBRI_SIZE = 26;
  private static final int DELAY_OFFSET = 21;

  /** The tag in that frame, if it has one. */
  static Optional<Mp3Tag> in(ByteReader frame, Mp3Frame header) {
    int at = header.tagOffset();
    if ((frame.matches(at, "Xing") || frame.matches(at, "Info")) && frame.size() >= at + 8) {
      return Optional.of(xing(frame, at));
    }
    if (frame.matches(VBRI_OFFSET, "VBRI") && frame.size() >= VBRI_OFFSET + VBRI_SIZE) {
      return Optional.of(new Mp3Tag(frame.u32be(VBRI_OFFSET + VBRI_FRAMES), 0, 0));
    }
    return Optional.empty();
  }

  private static Mp3Tag xing(ByteReader frame, int at) {
    long flags = frame.u32be(at + 4);
    int next = at + 8;
    long frames = -1;
    if ((flags & 1) != 0 && next + 4 <= frame.size()) {
      frames = frame.u32be(next);
      next += 4;
    }
    next += (flags & 2) != 0 ? 4 : 0;
    next += (flags & 4) != 0 ? 100 : 0;
    next += (flags & 8) != 0 ? 4 : 0;
    boolean gapless =
        frame.matches(next, "LAME") || frame.matches(next, "Lavc") || frame.matches(next, "Lavf");
    if (!gapless || next + DELAY_OFFSET + 3 > frame.size()) {
      return new Mp3Tag(frames, 0, 0);
    }
    int delayAndPadding = frame.u24be(next + DELAY_OFFSET);
    return new Mp3Tag(frames, delayAndPadding >> 12, delayAndPadding & 0xFFF);
  }
}
