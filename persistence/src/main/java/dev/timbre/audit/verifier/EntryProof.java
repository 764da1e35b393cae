package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.NoteKey;
import dev.timbre.audit.proof.ProofCheck;
import dev.timbre.audit.proof.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The proof that an entry stands in the log, as the server hands it out.
 *
 * @param entry in canonical form; null when it was retired
 * @param leaf the entry's hash
 * @param path hashes up to the root of the checkpoint
 * @param stated the checkpoint's parts beside the note, which is what counts
 */
record EntryProof(
    String id,
    long position,
    String entry,
    byte[] leaf,
    List<byte[]> path,
    SignedNote note,
    Map<String, Object> stated) {

  /**
   * @throws IllegalArgumentException when the text is no proof
   */
  static EntryProof read(String text) {
    Map<String, Object> members = Json.readObject(text);
    Map<String, Object> checkpoint = Json.object(members, "checkpoint");
    return new EntryProof(
        Json.text(members, "id"),
        Json.number(members, "position"),
        members.containsKey("entry") ? Json.text(members, "entry") : null,
        Json.base64(members.get("leafHash"), "leafHash"),
        Json.hashes(members, "path"),
        SignedNote.parse(Json.text(checkpoint, "note")),
        checkpoint);
  }

  /** Where the proof is not right; empty when the entry is in the log of a trusted key. */
  List<String> problems(List<NoteKey> keys) {
    List<String> problems = new ArrayList<>();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (keys.stream().noneMatch(note::isSignedBy)) {
      problems.add("no key that you trust signed the checkpoint: forged, or another key");
    }
    if (!statedAs(checkpoint)) {
      problems.add("what stands beside the checkpoint's note is not what the note says");
    }
    if (entry != null && !isHashed()) {
      problems.add("the entry was changed: it does not have the hash that was sealed for it");
    }
    if (!ProofCheck.includes(checkpoint.root(), checkpoint.size(), position, leaf, path)) {
      problems.add(
          "the path does not lead from position %d to the checkpoint of %d entries"
              .formatted(position, checkpoint.size()));
    }
    return problems;
  }

  private boolean statedAs(Checkpoint checkpoint) {
    return checkpoint.origin().equals(stated.get("origin"))
        && Long.valueOf(checkpoint.size()).equals(stated.get("size"))
        && Base64.getEncoder().encodeToString(checkpoint.root()).equals(stated.get("root"))
        && note.signatures().stream()
            .map(SignedNote.Line::keyId)
            .toList()
            .equals(stated.get("keys"));
  }

  private boolean isHashed() {
    byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(Hashes.leaf(bytes), leaf) && id.equals(Json.readObject(entry).get("id"));
  }

  @Override
  public String toString() {
    return "the log holds entry %s at position %d, under the signed checkpoint of %d entries%s"
        .formatted(
            id,
            position,
            Checkpoint.parse(note.text()).size(),
            entry == null ? "; the entry was retired since, its hash stands" : "");
  }
}
