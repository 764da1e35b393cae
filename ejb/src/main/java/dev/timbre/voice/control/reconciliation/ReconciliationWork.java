package dev.timbre.voice.control.reconciliation;

import dev.timbre.platform.control.OperationHandler;
import dev.timbre.provider.control.ProviderInventory.ListedVoice;
import dev.timbre.voice.control.reconciliation.Inspection.Seen;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Reconciliation;
import dev.timbre.voice.entity.Reconciliation.FileCounts;
import dev.timbre.voice.entity.Reconciliation.VoiceCounts;
import dev.timbre.voice.entity.ReconciliationResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One comparison of the registry with an account. Doing it again finds the same and raises nothing
 * twice. Only looking and the deletion of used samples happen at the provider.
 */
@ApplicationScoped
class ReconciliationWork implements OperationHandler {

  static final String KIND = "reconciliation";

  @Inject ReconciliationJournal journal;
  @Inject Inspection inspection;
  @Inject EndedClones ended;
  @Inject UsedSamples samples;
  @Inject ReconciliationConfig config;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID accountId, int attempt) {
    Instant asked = clock.instant();
    ReconciliationJournal.Known known = journal.read(accountId);
    Seen seen = inspection.of(known.account());
    VoiceCounts voices =
        seen.voices() == null ? VoiceCounts.NONE : compareVoices(known, seen.voices(), asked);
    FileCounts files =
        seen.files() == null ? FileCounts.NONE : samples.clear(known.account(), seen.files());
    if (seen.balance() != null) {
      journal.balance(known.account(), seen.balance());
    }
    Reconciliation done =
        journal.finish(
            new Reconciliation(
                clock.instant(),
                accountId,
                resultOf(seen),
                voices,
                files,
                seen.balance(),
                seen.unchecked().stream().map(Object::toString).toList()));
    return done.getResult() == ReconciliationResult.FAILED
        ? Progress.failed("Nothing could be compared: " + done.getNotChecked())
        : Progress.done(inWords(done));
  }

  private VoiceCounts compareVoices(
      ReconciliationJournal.Known known, List<ListedVoice> listed, Instant asked) {
    Set<String> ids = listed.stream().map(ListedVoice::id).collect(Collectors.toSet());
    VoiceComparison found = VoiceComparison.of(known.clones(), ids, asked, config.lag());
    if (!found.missing().isEmpty()) {
      // what a second look shows was there all the time
      Set<String> again = new HashSet<>(ids);
      inspection.voicesAgain(known.account()).stream()
          .flatMap(List::stream)
          .map(ListedVoice::id)
          .forEach(again::add);
      found = VoiceComparison.of(known.clones(), again, asked, config.lag());
    }
    move(found);
    ended.compare(known.account().getId(), ids, asked.minus(config.lag()));
    int unknown = journal.unknown(known.account().getId(), listed);
    return new VoiceCounts(listed.size(), found.missing().size(), unknown);
  }

  /**
   * Moves each clone to where the list says it stands, unless it has moved by itself; one at a
   * time, so that nobody who holds several waits in a circle with this.
   */
  private void move(VoiceComparison found) {
    for (Clone clone : found.missing()) {
      if (found.credible()) {
        journal.missing(clone.getId());
      } else {
        journal.unlisted(clone);
      }
    }
    journal.present(found.present());
    found.used().forEach(clone -> journal.used(clone.getId()));
    found.lapsed().forEach(clone -> journal.lapsed(clone.getId()));
  }

  private static ReconciliationResult resultOf(Seen seen) {
    if (seen.isNothing() && seen.isInterrupted()) {
      return ReconciliationResult.FAILED;
    }
    if (seen.isInterrupted()) {
      return ReconciliationResult.PARTIAL;
    }
    return seen.isUnverifiable()
        ? ReconciliationResult.UNVERIFIABLE
        : ReconciliationResult.COMPLETE;
  }

  private static String inWords(Reconciliation done) {
    return "%s: %s voices listed, %d missing, %d unknown; %d samples deleted, %d left behind; not checked: %s"
        .formatted(
            done.getResult(),
            done.getVoices().listed(),
            done.getVoices().missing(),
            done.getVoices().unknown(),
            done.getFiles().deleted(),
            done.getFiles().unknown(),
            done.getNotChecked());
  }
}
