package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.NoteKey;
import dev.timbre.audit.proof.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks one export, line by line, against checkpoints that trusted keys signed. */
final class ExportCheck {

  /** More than a person reads; a log that is broken everywhere must not fill the memory. */
  private static final int MOST_PROBLEMS = 1_000;

  private final List<NoteKey> keys;

  /** Checkpoints kept elsewhere, by size; all of one size, since one of them may be forged. */
  private final TreeMap<Long, List<SignedNote>> witnessed = new TreeMap<>();

  private final List<Verdict.Problem> problems = new ArrayList<>();
  private Header header;
  private final Frontier tree = new Frontier();
  private long line = 1;
  private long next;
  private boolean positionsBroken;
  private boolean rootsBroken;
  private long lastGood;
  private long entries;
  private long checkpoints;
  private long retired;
  private long unsealed;

  /**
   * @param keys whom the caller trusts
   * @param witnessed checkpoints that were kept elsewhere
   */
  ExportCheck(List<NoteKey> keys, List<SignedNote> witnessed) {
    this.keys = keys;
    witnessed.forEach(
        note ->
            this.witnessed
                .computeIfAbsent(Checkpoint.parse(note.text()).size(), size -> new ArrayList<>())
                .add(note));
  }

  /**
   * @throws IllegalArgumentException when the first line is no header of an export
   */
  Verdict check(InputStream export) throws IOException {
    try (Lines lines = new Lines(export)) {
      header = Header.read(lines.first());
      fill(Frontier.levels(0, header.begin()), header.before());
      next = header.begin();
      lastGood = next;
      lines.forEach(this::check);
    }
    finish();
    return new Verdict(List.copyOf(problems), counts(), header.begin(), header.end(), size());
  }

  private Verdict.Counts counts() {
    long passedOver = witnessed.headMap(size(), true).values().stream().mapToLong(List::size).sum();
    return new Verdict.Counts(entries, checkpoints, retired, unsealed, passedOver);
  }

  private long size() {
    return header.checkpoint().size();
  }

  private void check(Line read) {
    line++;
    switch (read.kind()) {
      case ENTRY -> entry(read);
      case RETIRED -> retired(read);
      case CHECKPOINT -> checkpoint(read.text());
      case UNSEALED -> unsealed++;
      default -> found("this is no line of an export; something was inserted or cut");
    }
  }

  private void entry(Line read) {
    entries++;
    if (!Arrays.equals(read.stated(), read.computed())) {
      found(
          "the entry at position %d was changed: it does not have the hash that was sealed for it"
              .formatted(read.position()));
    }
    place(read);
  }

  /** What grows old is removed from the beginning on, so nothing is retired after what is kept. */
  private void retired(Line read) {
    retired++;
    if (entries > 0) {
      found(
          "the entry at position %d was removed, though older ones stay"
              .formatted(read.position()));
    }
    place(read);
  }

  /** The tree grows by what was sealed; whether the entry is still that was said above. */
  private void place(Line read) {
    if (read.position() > next) {
      found("positions %d to %d were removed".formatted(next, read.position() - 1));
      positionsBroken = true;
    } else if (read.position() < next) {
      found(
          "position %d stands after position %d: inserted, repeated or reordered"
              .formatted(read.position(), next - 1));
      positionsBroken = true;
    }
    next = Math.max(next, read.position() + 1);
    if (!positionsBroken) {
      tree.append(read.stated());
      witness();
    }
  }

  private void checkpoint(String text) {
    try {
      Map<String, Object> members = Json.readObject(text);
      SignedNote note = SignedNote.parse(Json.text(members, "checkpoint"));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (checkpoint.size() != Json.number(members, "size")) {
        found(
            "the checkpoint is listed under %d, but was made at %d"
                .formatted(Json.number(members, "size"), checkpoint.size()));
      }
      compare(note, next, "the checkpoint");
    } catch (IllegalArgumentException e) {
      found("this is no checkpoint: " + e.getMessage());
    }
  }

  private void witness() {
    List<SignedNote> notes = witnessed.remove(tree.size());
    if (notes != null) {
      notes.forEach(note -> compare(note, tree.size(), "the checkpoint kept elsewhere"));
    }
  }

  private void compare(SignedNote note, long size, String what) {
    checkpoints++;
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    String named = what + " at size " + checkpoint.size();
    if (keys.stream().noneMatch(note::isSignedBy)) {
      found(named + " is not signed by a key that you trust: forged, or another key");
    }
    if (!checkpoint.origin().equals(header.checkpoint().origin())) {
      found(named + " is of another log, " + checkpoint.origin());
    }
    if (checkpoint.size() != size) {
      found(named + " stands after position " + (size - 1) + ": moved, or forged");
    } else if (!positionsBroken && !rootsBroken) {
      if (Arrays.equals(checkpoint.root(), tree.root())) {
        lastGood = size;
      } else {
        rootsBroken = true;
        found(
            "%s has another root: something from position %d to %d was changed, with its hash"
                .formatted(named, lastGood, size - 1));
      }
    }
  }

  private void finish() {
    line = 0;
    if (next < header.end()) {
      found("positions %d to %d were removed at the end".formatted(next, header.end() - 1));
      positionsBroken = true;
    } else if (next > header.end()) {
      found("positions from %d on were added at the end".formatted(header.end()));
      positionsBroken = true;
    }
    if (!positionsBroken) {
      fill(Frontier.levels(header.end(), size()), header.after());
      witness();
    }
    compare(header.note(), size(), "the header's checkpoint");
    witnessed.tailMap(size(), false).keySet().stream()
        .findFirst()
        .ifPresent(
            kept ->
                found(
                    "a checkpoint kept elsewhere covers %d entries, this log only %d: its end was"
                            .formatted(kept, size())
                        + " removed, or the export is older"));
  }

  private void fill(List<Integer> levels, List<byte[]> hashes) {
    for (int i = 0; i < levels.size(); i++) {
      tree.append(levels.get(i), hashes.get(i));
    }
  }

  private void found(String why) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Verdict.Problem(line, why));
    }
  }
}
