package dev.timbre.speech.control.label;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A comment named AIGC in the block of comments (RFC 9639, sections 8.1 and 8.6), of which a file
 * may have one only: the provider's gets one comment more, or the label brings its own.
 */
final class FlacLabel implements LabelFormat {

  private static final int MAGIC = 4;
  private static final int BLOCK_HEADER = 4;
  private static final int LAST = 0x80;
  private static final int COMMENTS = 4;

  @Override
  public Optional<byte[]> write(byte[] head, String label) throws OddAudio {
    if (head.length < MAGIC) {
      return Optional.empty();
    }
    if (!"fLaC".equals(new String(head, 0, MAGIC, StandardCharsets.US_ASCII))) {
      throw new OddAudio("no fLaC at its beginning");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head, 0, MAGIC);
    boolean written = false;
    int at = MAGIC;
    while (at + BLOCK_HEADER <= head.length) {
      boolean last = (head[at] & LAST) != 0;
      int type = head[at] & ~LAST & 0xff;
      int length = (head[at + 1] & 0xff) << 16 | (head[at + 2] & 0xff) << 8 | head[at + 3] & 0xff;
      int end = at + BLOCK_HEADER + length;
      if (end > LabelledAudio.LONGEST_HEAD) {
        throw new OddAudio("a block that ends at byte " + end);
      }
      if (end > head.length) {
        return Optional.empty();
      }
      byte[] content = new byte[length];
      System.arraycopy(head, at + BLOCK_HEADER, content, 0, length);
      if (type == COMMENTS) {
        content = withComment(content, label);
        written = true;
      }
      put(out, type, last && written, content);
      if (last) {
        if (!written) {
          put(out, COMMENTS, true, withComment(noComments(), label));
        }
        out.write(head, end, head.length - end);
        return Optional.of(out.toByteArray());
      }
      at = end;
    }
    return Optional.empty();
  }

  private static void put(ByteArrayOutputStream out, int type, boolean last, byte[] content) {
    out.write(type | (last ? LAST : 0));
    out.write(content.length >> 16);
    out.write(content.length >> 8);
    out.write(content.length);
    out.writeBytes(content);
  }

  private static byte[] noComments() {
    byte[] vendor = "Timbre".getBytes(StandardCharsets.US_ASCII);
    return little(8 + vendor.length).putInt(vendor.length).put(vendor).putInt(0).array();
  }

  /** The comments with one more at their end, so that those before it need not be understood. */
  private static byte[] withComment(byte[] comments, String label) throws OddAudio {
    ByteBuffer old = ByteBuffer.wrap(comments).order(ByteOrder.LITTLE_ENDIAN);
    int countAt = comments.length < 8 ? -1 : 4 + old.getInt(0);
    if (countAt < 4 || countAt > comments.length - 4) {
      throw new OddAudio("comments that end before they are counted");
    }
    byte[] comment = ("AIGC=" + label).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer all =
        little(comments.length + 4 + comment.length)
            .put(comments)
            .putInt(comment.length)
            .put(comment);
    return all.putInt(countAt, old.getInt(countAt) + 1).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
