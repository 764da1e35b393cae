package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingFact.Kind;
import java.util.Optional;

/**
 * Walks every frame of an mp3 file, because only that tells how long it is: bitrates change, and
 * the counts in its tags may be forged or belong to a file that was cut off since.
 */
final class Mp3Walker {

  /** Bytes between frames that are skipped at most, in the whole file. */
  private static final int MAX_JUNK = 65_536;

  /** Frames that must follow each other before a sync word counts as one. */
  private static final int LINKED_FRAMES = 3;

  /** Frames by which a tag's count may differ; encoders disagree about counting the tag itself. */
  private static final int COUNT_TOLERANCE = 2;

  private static final int ID3_HEADER = 10;

  private final ByteReader file;
  private int junk;
  private long position;

  Mp3Walker(ByteReader file) {
    this.file = file;
  }

  Headers walk() {
    skipId3();
    Mp3Frame first = findFirst();
    Optional<Mp3Tag> tag =
        Mp3Tag.in(file.slice(position, Math.min(first.length(), file.size() - position)), first);
    if (tag.isPresent()) {
      position += first.length();
    }
    long frames = countFrames(first);
    tag.ifPresent(found -> requireCount(found, frames));
    long unheard = tag.map(found -> (long) found.delay() + found.padding()).orElse(0L);
    long samples = frames * first.samples() - unheard;
    return new Headers(
        new AudioFormat(Container.MP3, "mp3", first.sampleRate(), first.channels()),
        (double) samples / first.sampleRate());
  }

  /** Skips ID3v2 tags; several in a row occur. */
  private void skipId3() {
    while (file.matches(position, "ID3")) {
      skipOneId3();
    }
  }

  private void skipOneId3() {
    ByteReader header = file.slice(position, ID3_HEADER);
    long size = 0;
    for (int i = 6; i < ID3_HEADER; i++) {
      if (header.u8(i) >= 0x80) {
        throw Rejections.inconsistent("The size of the ID3 tag is not written as ID3 asks.");
      }
      size = (size << 7) | header.u8(i);
    }
    boolean footer = (header.u8(5) & 0x10) != 0;
    long end = position + ID3_HEADER + size + (footer ? ID3_HEADER : 0);
    if (end > file.size()) {
      throw Rejections.inconsistent(
          "The ID3 tag says it ends at byte "
              + end
              + ", but the file has "
              + file.size()
              + " bytes.");
    }
    position = end;
  }

  private Mp3Frame findFirst() {
    while (position < file.size() && junk <= MAX_JUNK) {
      Optional<Mp3Frame> frame = Mp3Frame.at(file, position);
      if (frame.isPresent() && isLinked(position, frame.get(), frame.get())) {
        return frame.get();
      }
      position++;
      junk++;
    }
    throw Signature.notAccepted(Kind.UNKNOWN_FORMAT.of());
  }

  private boolean isLinked(long at, Mp3Frame frame, Mp3Frame first) {
    long next = at;
    Mp3Frame current = frame;
    for (int linked = 1; linked < LINKED_FRAMES; linked++) {
      next += current.length();
      Optional<Mp3Frame> following = Mp3Frame.at(file, next).filter(f -> f.continues(first));
      if (following.isEmpty()) {
        return false;
      }
      current = following.get();
    }
    return true;
  }

  private long countFrames(Mp3Frame first) {
    long frames = 0;
    while (position < file.size() && !atTrailer()) {
      Optional<Mp3Frame> frame =
          Mp3Frame.at(file, position).filter(found -> found.continues(first));
      if (frame.isPresent()) {
        if (position + frame.get().length() <= file.size()) {
          frames++;
        }
        position += frame.get().length();
      } else if (file.matches(position, "ID3")) {
        skipOneId3();
      } else {
        resynchronise(first);
      }
    }
    return frames;
  }

  /** Goes on to the next place where frames follow each other, or to the end of the file. */
  private void resynchronise(Mp3Frame first) {
    while (position < file.size() && !atTrailer()) {
      Optional<Mp3Frame> frame =
          Mp3Frame.at(file, position).filter(found -> found.continues(first));
      if (frame.isPresent() && isLinked(position, frame.get(), first)) {
        return;
      }
      position++;
      junk++;
      if (junk > MAX_JUNK) {
        throw Rejections.inconsistent(
            "More than " + MAX_JUNK + " bytes between the frames of the mp3 are no sound.");
      }
    }
  }

  private boolean atTrailer() {
    return file.matches(position, "TAG")
        || file.matches(position, "APETAGEX")
        || file.matches(position, "LYRICS");
  }

  private static void requireCount(Mp3Tag tag, long frames) {
    if (tag.frames() < 0 || Math.abs(tag.frames() - frames) <= COUNT_TOLERANCE) {
      return;
    }
    String finding =
        "The mp3 says it has " + tag.frames() + " frames, but " + frames + " are there.";
    if (tag.frames() > frames) {
      throw Rejections.truncated(Kind.FRAMES.of(frames), Kind.FRAMES.of(tag.frames()), finding);
    }
    throw Rejections.inconsistent(finding);
  }
}
