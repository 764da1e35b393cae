package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checkpoints as a witness wrote them one after the other. Whoever wrote may have died in the midst
 * of one, and whoever can append may have appended anything: what is no note is passed over and
 * counted, and the others are as good as before.
 *
 * @param passedOver pieces between empty lines that belong to no note
 */
record WitnessNotes(List<SignedNote> notes, int passedOver) {

  /** An em dash and a space begin the line of a signature. */
  private static final String SIGNATURE = "\u2014 ";

  /** Bytes of an Ed25519 signature; what is shorter was torn, though it may still be base64. */
  private static final int SHORTEST_SIGNATURE = 64;

  /**
   * A note has one empty line within it, before its signatures; notes have one or more between
   * them.
   *
   * @throws IllegalArgumentException when there is something, but not one note
   */
  static WitnessNotes read(String text) {
    List<SignedNote> notes = new ArrayList<>();
    int pieces = 0;
    String before = "";
    for (String piece : text.strip().split("\n{2,}", -1)) {
      pieces += piece.isBlank() ? 0 : 1;
      if (piece.startsWith(SIGNATURE) && isNote(before, piece)) {
        notes.add(note(before, piece));
      }
      before = piece;
    }
    if (notes.isEmpty() && pieces > 0) {
      throw new IllegalArgumentException("what a witness is said to have kept holds no checkpoint");
    }
    return new WitnessNotes(List.copyOf(notes), pieces - 2 * notes.size());
  }

  private static boolean isNote(String body, String signatures) {
    try {
      SignedNote note = note(body, signatures);
      Checkpoint.parse(note.text());
      return note.signatures().stream()
          .allMatch(line -> line.signature().length >= SHORTEST_SIGNATURE);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SignedNote note(String body, String signatures) {
    String lines =
        signatures
            .lines()
            .takeWhile(line -> line.startsWith(SIGNATURE))
            .collect(Collectors.joining("\n"));
    return SignedNote.parse(body.strip() + "\n\n" + lines + "\n");
  }
}
