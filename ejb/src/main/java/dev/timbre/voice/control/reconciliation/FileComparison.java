package dev.timbre.voice.control.reconciliation;

import dev.timbre.provider.control.ProviderInventory.ListedFile;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which stored samples are left over. Timbre names its uploads after the clone they are for, which
 * is how it knows its own again.
 *
 * @param ours uploads of ours whose clone is made, or will never be
 * @param foreign everything else
 */
record FileComparison(List<ListedFile> ours, List<ListedFile> foreign) {

  private static final Pattern OWN_NAME = Pattern.compile("(.+)-[0-9a-f]{12}\\.wav");

  /** The provider's id of the voice that a file was uploaded for, if the name tells one. */
  static Optional<String> voiceOf(ListedFile file) {
    if (file.filename() == null) {
      return Optional.empty();
    }
    Matcher name = OWN_NAME.matcher(file.filename());
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /**
   * @param clones clones of ours by the provider's id, at least those that the files are named
   *     after
   * @param keptUntil what was stored later stays; without a date it is as old as the hills
   */
  static FileComparison of(List<ListedFile> files, Map<String, Clone> clones, Instant keptUntil) {
    List<ListedFile> ours = new ArrayList<>();
    List<ListedFile> foreign = new ArrayList<>();
    for (ListedFile file : files) {
      Optional<Clone> clone = voiceOf(file).map(clones::get);
      if (clone.isPresent()) {
        if (isLeftOver(clone.get(), keptUntil)) {
          ours.add(file);
        }
      } else if (file.createdAt() == null || file.createdAt().isBefore(keptUntil)) {
        foreign.add(file);
      }
    }
    return new FileComparison(ours, foreign);
  }

  /** Our own clock dates our own uploads, for the provider's may be wrong. */
  private static boolean isLeftOver(Clone clone, Instant keptUntil) {
    boolean needed =
        clone.getState() == CloneState.REQUESTED || clone.getState() == CloneState.CLONING;
    return !needed && clone.getCreatedAt().isBefore(keptUntil);
  }
}
