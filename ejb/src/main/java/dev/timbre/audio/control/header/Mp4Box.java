package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of an MP4 file (ISO/IEC 14496-12). Boxes are looked up by name along known paths, never
 * descended into blindly, so nesting costs nothing.
 *
 * @param type four characters
 * @param start where its header begins in the window it was read from
 * @param content what follows the header
 */
record Mp4Box(String type, long start, ByteReader content) {

  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;

  /** Boxes in a row; no recording has nearly as many, and refusing is cheaper than walking. */
  private static final int MAX_SIBLINGS = 100_000;

  /** The boxes that fill a whole file, where the last one may be open-ended. */
  static List<Mp4Box> ofFile(ByteReader file) {
    return in(file, true);
  }

  /** The boxes that fill part of a box. */
  static List<Mp4Box> ofBox(ByteReader window) {
    return in(window, false);
  }

  private static List<Mp4Box> in(ByteReader window, boolean isFile) {
    List<Mp4Box> boxes = new ArrayList<>();
    long at = 0;
    while (at + HEADER <= window.size()) {
      if (boxes.size() >= MAX_SIBLINGS) {
        throw Rejections.inconsistent("The m4a has more than 100000 boxes in a row.");
      }
      long size = window.u32be(at);
      int header = HEADER;
      if (size == 1) {
        size = window.u64be(at + HEADER);
        header = LONG_HEADER;
      } else if (size == 0 && isFile) {
        size = window.size() - at;
      }
      requireSize(size, header, window.size() - at, isFile);
      boxes.add(new Mp4Box(window.ascii(at + 4, 4), at, window.slice(at + header, size - header)));
      at += size;
    }
    return boxes;
  }

  private static void requireSize(long size, int header, long room, boolean isFile) {
    if (size < header) {
      throw Rejections.inconsistent("A box of the m4a says it is smaller than its own header.");
    }
    if (size > room && isFile) {
      throw Rejections.truncated(
          Kind.BYTES.of(room),
          Kind.BYTES.of(size),
          "A box of the m4a reaches beyond the end of the file.");
    }
    if (size > room) {
      throw Rejections.inconsistent("A box of the m4a reaches beyond the box that holds it.");
    }
  }

  /** All boxes of that type directly in this one. */
  List<Mp4Box> all(String name) {
    return ofBox(content).stream().filter(box -> box.type.equals(name)).toList();
  }

  /** The first box of that type directly in this one. */
  Optional<Mp4Box> find(String name) {
    return all(name).stream().findFirst();
  }

  /** The box of that type in this one, which every readable file has. */
  Mp4Box get(String name) {
    return find(name)
        .orElseThrow(
            () -> Rejections.inconsistent("The m4a has no " + name + " box where one must be."));
  }

  /** Version in the first byte of a full box. */
  int version() {
    return content.u8(0);
  }

  /** The 24 flags of a full box. */
  int flags() {
    return content.u24be(1);
  }

  /**
   * A count that must fit into the rest of the box, so that nobody loops over what is not there.
   *
   * @param at where the count stands; entries follow it
   * @param entryBytes bytes of one entry
   */
  int count(int at, int entryBytes) {
    long count = content.u32be(at);
    if (count * entryBytes > content.size() - at - 4) {
      throw Rejections.inconsistent(
          "The " + type + " table of the m4a says " + count + " entries, which do not fit in it.");
    }
    return (int) count;
  }
}
