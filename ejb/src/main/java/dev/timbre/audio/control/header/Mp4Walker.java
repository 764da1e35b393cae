package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.util.List;

/** Walks an MP4 file that should hold one sound track, whole or in fragments. */
final class Mp4Walker {

  private final ByteReader file;

  Mp4Walker(ByteReader file) {
    this.file = file;
  }

  Headers walk() {
    List<Mp4Box> boxes = Mp4Box.ofFile(file);
    Mp4Box movie = movie(boxes);
    Mp4Track track = soundTrack(movie);
    Mp4SampleEntry entry = track.sampleEntry();
    long movieTimescale = timescale(movie.get("mvhd"));
    Mp4Length length =
        track.sampleTable().map(table -> table.checked(file).length()).orElse(Mp4Length.NONE);
    if (movie.find("mvex").isPresent()) {
      Mp4Fragments fragments = new Mp4Fragments(file, movie, track.id());
      boxes.stream().filter(box -> box.type().equals("moof")).forEach(fragments::add);
      length = length.plus(fragments.length());
    }
    return new Headers(entry.format(), track.seconds(length, entry.frameSeconds(), movieTimescale));
  }

  private Mp4Box movie(List<Mp4Box> boxes) {
    List<Mp4Box> movies = boxes.stream().filter(box -> box.type().equals("moov")).toList();
    if (movies.isEmpty()) {
      throw Rejections.truncated(
          Kind.BYTES.of(file.size()),
          Kind.MOOV_BOX.of(),
          "The m4a ends before its table of contents.");
    }
    if (movies.size() > 1) {
      throw Rejections.inconsistent("The m4a has more than one table of contents.");
    }
    return movies.get(0);
  }

  private static Mp4Track soundTrack(Mp4Box movie) {
    List<Mp4Track> tracks = movie.all("trak").stream().map(Mp4Track::new).toList();
    if (tracks.stream().anyMatch(Mp4Track::isVideo)) {
      throw new RecordingRejected(
          RecordingRule.VIDEO_NOT_ACCEPTED,
          Kind.VIDEO_TRACK.of(),
          Kind.SOUND_ONLY.of(),
          "The file is a video.");
    }
    List<Mp4Track> sound = tracks.stream().filter(Mp4Track::isSound).toList();
    if (sound.size() != 1) {
      throw new RecordingRejected(
          RecordingRule.TRACKS_NOT_ACCEPTED,
          Kind.SOUND_TRACKS.of(sound.size()),
          Kind.ONE_SOUND_TRACK.of(),
          "The m4a has " + sound.size() + " sound tracks.");
    }
    return sound.get(0);
  }

  /** The ticks per second of a header box, {@code mvhd} or {@code mdhd}. */
  static long timescale(Mp4Box header) {
    long timescale = header.content().u32be(header.version() == 1 ? 20 : 12);
    if (timescale == 0) {
      throw Rejections.inconsistent("A clock of the m4a has no ticks.");
    }
    return timescale;
  }
}
