package dev.timbre.audio.control.header;

import java.util.Optional;

/** One {@code trak} box. */
final class Mp4Track {

  private static final int HANDLER_OFFSET = 8;

  private final Mp4Box track;
  private final Mp4Box media;
  private final String handler;

  Mp4Track(Mp4Box track) {
    this.track = track;
    this.media = track.get("mdia");
    this.handler = media.get("hdlr").content().ascii(HANDLER_OFFSET, 4);
  }

  // Cover art is metadata (covr), never a track, so a vide handler is always a film.
  boolean isVideo() {
    return handler.equals("vide");
  }

  boolean isSound() {
    return handler.equals("soun");
  }

  long id() {
    Mp4Box header = track.get("tkhd");
    return header.content().u32be(header.version() == 1 ? 20 : 12);
  }

  Mp4SampleEntry sampleEntry() {
    return Mp4SampleEntry.read(samples().get("stsd"));
  }

  /** The table of samples outside fragments; empty when it lists none. */
  Optional<Mp4SampleTable> sampleTable() {
    return Mp4SampleTable.in(samples());
  }

  private Mp4Box samples() {
    return media.get("minf").get("stbl");
  }

  /**
   * Length of the sound: the smallest of what the times say, what so many frames can hold, and what
   * the edit list shows. Recorders that paused leave gaps in the times which nothing decodes to.
   *
   * @param frameSeconds how much sound one frame holds at most
   * @param movieTimescale ticks per second of the edit list
   */
  double seconds(Mp4Length length, double frameSeconds, long movieTimescale) {
    long timescale = Mp4Walker.timescale(media.get("mdhd"));
    double held = Math.min((double) length.ticks() / timescale, length.samples() * frameSeconds);
    return track
        .find("edts")
        .flatMap(box -> box.find("elst"))
        .map(edits -> edited(edits, held, timescale, movieTimescale))
        .orElse(held);
  }

  private static double edited(Mp4Box edits, double held, long timescale, long movieTimescale) {
    boolean wide = edits.version() == 1;
    int entryBytes = wide ? 20 : 12;
    int count = edits.count(4, entryBytes);
    ByteReader content = edits.content();
    double shown = 0;
    long delay = 0;
    for (int i = 0; i < count; i++) {
      int at = 8 + i * entryBytes;
      long length = wide ? content.u64be(at) : content.u32be(at);
      long from = wide ? content.u64be(at + 8) : (int) content.u32be(at + 4);
      if (from < 0) {
        continue; // an empty edit shows nothing of the media
      }
      if (length < 0) {
        throw Rejections.inconsistent("An edit of the m4a is longer than any recording.");
      }
      delay = shown == 0 ? from : delay;
      shown += (double) length / movieTimescale;
    }
    double heard = Math.max(0, held - (double) delay / timescale);
    return shown > 0 ? Math.min(shown, heard) : heard;
  }
}
