package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.CanonicalJson;
import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.MerkleTree;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A receipt and the proof of its entry, which is the seventh of a log of ten, as a server writes
 * them.
 */
final class WrittenReceipt {

  static final String NAME = "log.example/audit";
  static final SigningKey KEY = SigningKey.generate(NAME);
  static final byte[] AUDIO = "ID3 and so on".getBytes(StandardCharsets.US_ASCII);

  private static final int SIZE = 10;
  private static final int POSITION = 6;

  private final List<byte[]> leaves = new ArrayList<>();
  private final SignedNote note;

  private WrittenReceipt() {
    for (int i = 0; i < SIZE; i++) {
      leaves.add(Hashes.leaf(entry(i).getBytes(StandardCharsets.UTF_8)));
    }
    note = SignedNote.sign(new Checkpoint(NAME, SIZE, tree().root()).text(), List.of(KEY));
  }

  static WrittenReceipt create() {
    return new WrittenReceipt();
  }

  private MerkleTree tree() {
    return new MerkleTree(
        SIZE, (level, first, count) -> leaves.subList((int) first, (int) first + count));
  }

  private static String entry(int number) {
    return CanonicalJson.of(Map.of("id", "entry-" + number, "action", "SPEECH_SPEAK"));
  }

  private String payload() {
    return """
    {"audio":{"bitrate":128000,"sha256":"%s","streamed":false},"audit":{"entry":"entry-%d","leafSha256":"%s"},\
    "cost":{"amount":"0.02"},"finishedAt":"2026-03-02T10:00:00Z","speech":"s-1","type":"timbre.receipt/1"}\
    """
        .formatted(
            HexFormat.of().formatHex(Hashes.sha256(AUDIO)),
            POSITION,
            HexFormat.of().formatHex(leaves.get(POSITION)));
  }

  String receipt() {
    return signed(payload());
  }

  String receiptWithoutAudio() {
    return signed(payload().replaceFirst("\"sha256\":\"\\w+\",", ""));
  }

  /** What the key signed, in the frame of a receipt. */
  static String signed(String payload) {
    return "{\"payload\":%s,\"keyName\":\"%s\",\"keyId\":\"%s\",\"signature\":\"%s\"}"
        .formatted(
            CanonicalJson.quoted(payload),
            NAME,
            KEY.publicKey().id(),
            base64(KEY.sign(payload.getBytes(StandardCharsets.UTF_8))));
  }

  String proof() {
    return proof(POSITION);
  }

  String proof(int position) {
    return "{\"id\":\"entry-%d\",\"position\":%d,\"entry\":%s,\"leafHash\":\"%s\",\"path\":%s,\"checkpoint\":%s}"
        .formatted(
            position,
            position,
            CanonicalJson.quoted(entry(position)),
            base64(leaves.get(position)),
            tree().inclusion(position).stream()
                .map(hash -> CanonicalJson.quoted(base64(hash)))
                .collect(Collectors.joining(",", "[", "]")),
            checkpoint());
  }

  private String checkpoint() {
    return "{\"origin\":\"%s\",\"size\":%d,\"root\":\"%s\",\"note\":%s,\"keys\":[\"%s\"]}"
        .formatted(
            NAME,
            SIZE,
            base64(tree().root()),
            CanonicalJson.quoted(note.toString()),
            KEY.publicKey().id());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
