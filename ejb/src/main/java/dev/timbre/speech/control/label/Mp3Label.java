package dev.timbre.speech.control.label;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A TXXX frame named AIGC in a tag of its own (ID3v2.4.0, sections 3.1 and 4.2.6) before the first
 * frame of sound. A tag that the provider wrote makes room for it.
 */
final class Mp3Label implements LabelFormat {

  private static final int TAG_HEADER = 10;
  private static final int FRAME_HEADER = 10;
  private static final byte[] MAGIC = {'I', 'D', '3'};

  /** Text in ISO 8859-1, which the label, being ASCII, always is. */
  private static final byte LATIN = 0;

  @Override
  public Optional<byte[]> write(byte[] head, String label) throws OddAudio {
    if (head.length < TAG_HEADER) {
      return Optional.empty();
    }
    int sound = 0;
    if (Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      sound = TAG_HEADER + synchsafe(head, 6) + ((head[5] & 0x10) == 0 ? 0 : TAG_HEADER);
      if (sound > LabelledAudio.LONGEST_HEAD - 2) {
        throw new OddAudio("a tag of " + sound + " bytes");
      }
    }
    if (head.length < sound + 2) {
      return Optional.empty();
    }
    if ((head[sound] & 0xff) != 0xff || (head[sound + 1] & 0xe0) != 0xe0) {
      throw new OddAudio("no frame of sound at byte " + sound);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(tag(label));
    out.write(head, sound, head.length - sound);
    return Optional.of(out.toByteArray());
  }

  private static byte[] tag(String label) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(LATIN);
    text.writeBytes("AIGC\0".getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream tag = new ByteArrayOutputStream();
    tag.writeBytes(MAGIC);
    tag.writeBytes(new byte[] {4, 0, 0});
    tag.writeBytes(synchsafe(FRAME_HEADER + text.size()));
    tag.writeBytes("TXXX".getBytes(StandardCharsets.US_ASCII));
    tag.writeBytes(synchsafe(text.size()));
    tag.writeBytes(new byte[] {0, 0});
    tag.writeBytes(text.toByteArray());
    return tag.toByteArray();
  }

  /** Seven bits in each of four bytes, so that no size looks like the start of a frame. */
  private static byte[] synchsafe(int size) {
    return new byte[] {
      (byte) (size >> 21 & 0x7f),
      (byte) (size >> 14 & 0x7f),
      (byte) (size >> 7 & 0x7f),
      (byte) (size & 0x7f)
    };
  }

  private static int synchsafe(byte[] bytes, int at) throws OddAudio {
    int size = 0;
    for (int i = at; i < at + 4; i++) {
      if (bytes[i] < 0) {
        throw new OddAudio("a tag without a size");
      }
      size = size << 7 | bytes[i];
    }
    return size;
  }
}
