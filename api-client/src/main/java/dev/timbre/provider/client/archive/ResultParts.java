package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioInfo;
import dev.timbre.provider.client.wire.speech.Metering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what stands in an archive side by side: a recording, its subtitles and its figures
 * have the same name but for the extension.
 */
final class ResultParts {

  private record Recording(EntryName name, long bytes, Optional<AudioFormat> format) {}

  private final Set<EntryName> names = new HashSet<>();
  private final List<Recording> recordings = new ArrayList<>();
  private final Map<EntryName, List<SubtitleLine>> subtitles = new LinkedHashMap<>();
  private final Map<EntryName, WireObject> figures = new LinkedHashMap<>();
  private final List<String> notUnderstood = new ArrayList<>();

  void requireNew(EntryName name) throws DamagedArchive {
    if (!names.add(name)) {
      throw new DamagedArchive("two entries are named " + name);
    }
  }

  void audio(EntryName name, long bytes, Optional<AudioFormat> format) {
    recordings.add(new Recording(name, bytes, format));
  }

  void subtitles(EntryName name, Optional<List<SubtitleLine>> lines) throws DamagedArchive {
    requireNew(name);
    lines.ifPresentOrElse(read -> subtitles.put(name, read), () -> notUnderstood(name));
  }

  void figures(EntryName name, Optional<WireObject> info) throws DamagedArchive {
    requireNew(name);
    info.ifPresentOrElse(read -> figures.put(name, read), () -> notUnderstood(name));
  }

  void notUnderstood(EntryName name) {
    notUnderstood.add(name.toString());
  }

  /**
   * @throws DamagedArchive when there is no audio, or none with a byte in it
   */
  LongSpeechResult result() throws DamagedArchive {
    if (recordings.stream().allMatch(recording -> recording.bytes() == 0)) {
      throw new DamagedArchive("no audio in it");
    }
    List<SpokenFile> audio = recordings.stream().map(this::spoken).toList();
    subtitles.keySet().forEach(this::notUnderstood);
    figures.keySet().forEach(this::notUnderstood);
    return new LongSpeechResult(audio, notUnderstood);
  }

  private SpokenFile spoken(Recording recording) {
    Optional<WireObject> info = take(figures, recording);
    return new SpokenFile(
        recording.name().toString(),
        recording.bytes(),
        recording.format(),
        take(subtitles, recording).orElse(List.of()),
        AudioInfo.read(info),
        Metering.read(info));
  }

  /** A lone side file belongs to a lone recording, whatever the names. */
  private <T> Optional<T> take(Map<EntryName, T> sideFiles, Recording recording) {
    boolean lone = recordings.size() == 1 && sideFiles.size() == 1;
    return sideFiles.keySet().stream()
        .filter(name -> lone || name.stem().equals(recording.name().stem()))
        .findFirst()
        .map(sideFiles::remove);
  }
}
