package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells formats apart by their first bytes. */
final class Signature {

  /** What else people upload, by first characters; named so that the refusal can say it. */
  private static final Map<String, RecordingFact> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("RF64", Kind.NAMED.of("RF64"));
    OTHERS.put("RIFX", Kind.NAMED.of("RIFX"));
    OTHERS.put("RIFF", Kind.RIFF_WITHOUT_WAVE.of());
    OTHERS.put("OggS", Kind.NAMED.of("Ogg"));
    OTHERS.put("fLaC", Kind.NAMED.of("FLAC"));
    OTHERS.put("FORM", Kind.NAMED.of("AIFF"));
    OTHERS.put("#!AMR", Kind.NAMED.of("AMR"));
    OTHERS.put("caff", Kind.NAMED.of("CAF"));
    OTHERS.put("\u001aE\u00df\u00a3", Kind.EITHER.of("WebM", "Matroska"));
    OTHERS.put("0&\u00b2u", Kind.NAMED.of("Windows Media"));
    OTHERS.put("PK", Kind.ZIP_ARCHIVE.of());
    OTHERS.put("#EXTM3U", Kind.PLAYLIST.of());
    OTHERS.put("ffconcat", Kind.FFCONCAT_SCRIPT.of());
    OTHERS.put("<", Kind.EITHER.of("HTML", "XML"));
    OTHERS.put("%PDF", Kind.NAMED.of("PDF"));
  }

  private Signature() {}

  /**
   * The container that the bytes begin.
   *
   * @throws RecordingRejected when it is surely another one; for mp3, which has no signature of its
   *     own, the walk decides
   */
  static Container containerOf(ByteReader file) {
    if (file.size() == 0) {
      throw new RecordingRejected(
          RecordingRule.FILE_EMPTY,
          Kind.BYTES.of(0),
          Kind.AT_LEAST_ONE_BYTE.of(),
          "The file is empty.");
    }
    if (file.matches(0, "RIFF") && file.matches(8, "WAVE")) {
      return Container.WAV;
    }
    if (file.matches(4, "ftypqt  ")) {
      throw notAccepted(Kind.NAMED.of("QuickTime"));
    }
    if (file.matches(4, "ftyp")) {
      return Container.M4A;
    }
    OTHERS.forEach(
        (start, found) -> {
          if (file.matches(0, start)) {
            throw notAccepted(found);
          }
        });
    if (isAdts(file)) {
      throw notAccepted(Kind.RAW_AAC.of());
    }
    return Container.MP3;
  }

  /** The refusal of a file that is none of the three containers. */
  static RecordingRejected notAccepted(RecordingFact found) {
    return new RecordingRejected(
        RecordingRule.CONTAINER_NOT_ACCEPTED,
        found,
        Kind.NAMED.of("wav, mp3, m4a"),
        "The file is not wav, mp3 or m4a; by its bytes it is " + found + ".");
  }

  // The sync word of MPEG audio with layer 0, which is how AAC frames without a container begin.
  private static boolean isAdts(ByteReader file) {
    return file.size() >= 2 && file.u8(0) == 0xFF && (file.u8(1) & 0xF6) == 0xF0;
  }
}
