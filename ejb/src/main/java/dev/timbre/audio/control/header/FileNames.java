package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares the ending of a client's file name with what the bytes are. */
final class FileNames {

  private static final Map<Container, Set<String>> ENDINGS =
      Map.of(
          Container.WAV, Set.of("wav", "wave"),
          Container.MP3, Set.of("mp3"),
          Container.M4A, Set.of("m4a"));

  /** Endings that name a format which is none of ours; any other ending says nothing. */
  private static final Set<String> OTHER_FORMATS =
      Set.of(
          "aac", "aif", "aiff", "amr", "avi", "bin", "caf", "csv", "doc", "docx", "exe", "flac",
          "gif", "gz", "htm", "html", "jpeg", "jpg", "js", "json", "m3u", "m3u8", "m4b", "m4p",
          "m4v", "mid", "mka", "mkv", "mov", "mp2", "mp4", "mpeg", "mpg", "oga", "ogg", "opus",
          "pdf", "png", "ra", "raw", "svg", "tar", "txt", "webm", "wma", "wmv", "xml", "zip");

  private FileNames() {}

  /**
   * Refuses a file whose name says another format than its bytes.
   *
   * @param fileName may be null or have no ending: then there is nothing to compare
   */
  static void requireFitting(String fileName, Container container) {
    String ending = ending(fileName);
    boolean namesFormat =
        OTHER_FORMATS.contains(ending)
            || ENDINGS.values().stream().anyMatch(endings -> endings.contains(ending));
    if (namesFormat && !ENDINGS.get(container).contains(ending)) {
      throw new RecordingRejected(
          RecordingRule.NAME_MISMATCH,
          Kind.NAMED.of("." + ending),
          Kind.NAMED.of("." + container.wireName()),
          "The name ends in ." + ending + ", but the content is " + container.wireName() + ".");
    }
  }

  private static String ending(String fileName) {
    if (fileName == null) {
      return "";
    }
    return fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
  }
}
