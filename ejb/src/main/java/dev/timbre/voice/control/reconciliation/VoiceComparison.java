package dev.timbre.voice.control.reconciliation;

import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a list of voices says about our clones. An unused clone is not in the list, so its absence
 * proves nothing before its deadline; a permanent one should be there.
 *
 * @param missing permanent and not listed
 * @param present permanent and listed
 * @param used provisional for all we knew and yet listed: a speech whose outcome was lost had
 *     worked
 * @param lapsed whether a lost speech had used them was open; their time is over and they are not
 *     listed
 * @param credible false when several are missing and not one of ours is listed, which is more
 *     likely a fault of the list than the end of all voices
 */
record VoiceComparison(
    List<Clone> missing,
    List<Clone> present,
    List<Clone> used,
    List<Clone> lapsed,
    boolean credible) {

  /**
   * @param ours clones that should be able to speak, as they stood before the list was asked for
   * @param listed ids in the list
   * @param asked when the list was asked for
   * @param lag how far a list may be behind its voices
   */
  static VoiceComparison of(List<Clone> ours, Set<String> listed, Instant asked, Duration lag) {
    List<Clone> missing = new ArrayList<>();
    List<Clone> present = new ArrayList<>();
    List<Clone> used = new ArrayList<>();
    List<Clone> lapsed = new ArrayList<>();
    for (Clone clone : ours) {
      boolean there = listed.contains(clone.getProviderVoiceId());
      if (clone.getState() == CloneState.PROVISIONAL) {
        if (there) {
          used.add(clone);
        } else if (clone.hasLapsedUnlessUsed(asked)) {
          lapsed.add(clone);
        }
      } else if (there) {
        present.add(clone);
      } else if (clone.getPermanentAt().isBefore(asked.minus(lag))) {
        missing.add(clone);
      }
    }
    boolean credible = missing.size() <= 1 || !present.isEmpty() || !used.isEmpty();
    return new VoiceComparison(missing, present, used, lapsed, credible);
  }
}
