package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingRejected;

/**
 * Finds out what an upload is and how long it sounds, from its bytes alone. Time and memory are
 * bounded by the size of the file: nothing is allocated by a declared size, every loop advances,
 * and whatever does not fit together is refused.
 */
public final class HeaderWalker {

  private HeaderWalker() {}

  /**
   * Walks the headers of a whole file.
   *
   * @param bytes the file
   * @param fileName the client's name for it; only its ending is looked at; may be null
   * @throws RecordingRejected whenever the file is not a sound wav, mp3 or m4a of one or two
   *     channels
   */
  public static Headers walk(byte[] bytes, String fileName) {
    ByteReader file = new ByteReader(bytes);
    Container container = Signature.containerOf(file);
    Headers headers =
        switch (container) {
          case WAV -> new WavWalker(file).walk();
          case MP3 -> new Mp3Walker(file).walk();
          case M4A -> new Mp4Walker(file).walk();
        };
    // Only now: until its frames are found, anything unknown counts as mp3.
    FileNames.requireFitting(fileName, container);
    if (headers.seconds() <= 0) {
      throw Rejections.noAudio();
    }
    return headers;
  }
}
