package dev.timbre.audit.rest;

import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.proof.SignedNote;
import java.util.Base64;
import java.util.List;

/**
 * A signed head of the log.
 *
 * @param size entries below it
 * @param root hash of the Merkle tree over them, in base64
 * @param note the signed note (C2SP tlog-checkpoint) as witnesses get it
 * @param keys ids of the keys that signed
 */
public record CheckpointBody(
    String origin, long size, String root, String note, List<String> keys) {

  static CheckpointBody of(AuditCheckpoint checkpoint) {
    SignedNote note = SignedNote.parse(checkpoint.getNote());
    return new CheckpointBody(
        checkpoint.head().origin(),
        checkpoint.getSize(),
        base64(checkpoint.head().root()),
        checkpoint.getNote(),
        note.signatures().stream().map(SignedNote.Line::keyId).toList());
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static List<String> base64(List<byte[]> hashes) {
    return hashes.stream().map(CheckpointBody::base64).toList();
  }
}
