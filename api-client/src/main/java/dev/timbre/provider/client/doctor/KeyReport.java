package dev.timbre.provider.client.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all places make of a key, in the order asked. */
public record KeyReport(List<Diagnosis> diagnoses) {

  public KeyReport {
    diagnoses = List.copyOf(diagnoses);
  }

  /** The best place for the key: one where it works, else one that at least knows it. */
  public Optional<Diagnosis> best() {
    return diagnoses.stream()
        .filter(diagnosis -> diagnosis.verdict() == Verdict.FITS)
        .findFirst()
        .or(() -> diagnoses.stream().filter(d -> d.verdict().takesKey()).findFirst());
  }

  /** The report as lines of text. */
  @Override
  public String toString() {
    return diagnoses.stream()
        .map(d -> d.place().name() + ": " + d.verdict() + ". " + d.explanation())
        .collect(Collectors.joining("\n"));
  }
}
