package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells formats apart by their first bytes. */
final class Signature {

  /** What else people upload, by first characters; named so that the refusal can say it. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("RF64", "RF64");
    OTHERS.put("RIFX", "RIFX");
    OTHERS.put("RIFF", "RIFF without WAVE");
    OTHERS.put("OggS", "Ogg");
    OTHERS.put("fLaC", "FLAC");
    OTHERS.put("FORM", "AIFF");
    OTHERS.put("#!AMR", "AMR");
    OTHERS.put("caff", "CAF");
    OTHERS.put("\u001aE\u00df\u00a3", "WebM or Matroska");
    OTHERS.put("0&\u00b2u", "Windows Media");
    OTHERS.put("PK", "a zip archive");
    OTHERS.put("#EXTM3U", "a playlist");
    OTHERS.put("ffconcat", "an ffconcat script");
    OTHERS.put("<", "HTML or XML");
    OTHERS.put("%PDF", "PDF");
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
          RecordingRule.FILE_EMPTY, "0 bytes", "at least 1 byte", "The file is empty.");
    }
    if (file.matches(0, "RIFF") && file.matches(8, "WAVE")) {
      return Container.WAV;
    }
    if (file.matches(4, "ftypqt  ")) {
      throw notAccepted("QuickTime");
    }
    if (file.matches(4, "ftyp")) {
      return Container.M4A;
    }
    OTHERS.forEach(
        (start, name) -> {
          if (file.matches(0, start)) {
            throw notAccepted(name);
          }
        });
    if (isAdts(file)) {
      throw notAccepted("raw AAC (ADTS)");
    }
    return Container.MP3;
  }

  /** The refusal of a file that is none of the three containers. */
  static RecordingRejected notAccepted(String found) {
    return new RecordingRejected(
        RecordingRule.CONTAINER_NOT_ACCEPTED,
        found,
        "wav, mp3, m4a",
        "The file is not wav, mp3 or m4a; by its bytes it is " + found + ".");
  }

  // The sync word of MPEG audio with layer 0, which is how AAC frames without a container begin.
  private static boolean isAdts(ByteReader file) {
    return file.size() >= 2 && file.u8(0) == 0xFF && (file.u8(1) & 0xF6) == 0xF0;
  }
}
