package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.NoteKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks one receipt against trusted keys, and what somebody has beside it against the receipt.
 * What was confirmed and what was not is said in sentences.
 */
final class ReceiptCheck {

  /** The one way of writing a receipt that this program knows. */
  static final String TYPE = "timbre.receipt/1";

  private final List<NoteKey> keys;
  private final Receipt receipt;
  private final List<String> confirmed = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** As the server hands it out; the payload is what was signed, to the byte. */
  private record Receipt(String payload, String keyName, String keyId, byte[] signature) {

    static Receipt read(String text) {
      Map<String, Object> members = Json.readObject(text);
      return new Receipt(
          Json.text(members, "payload"),
          Json.text(members, "keyName"),
          Json.text(members, "keyId"),
          Json.base64(members.get("signature"), "signature"));
    }

    boolean isSignedBy(NoteKey key) {
      return key.verifies(payload.getBytes(StandardCharsets.UTF_8), signature);
    }

    Map<String, Object> said() {
      Map<String, Object> said = Json.readObject(payload);
      if (!TYPE.equals(said.get("type"))) {
        throw new IllegalArgumentException(
            "The receipt is of type " + said.get("type") + ", not " + TYPE);
      }
      return said;
    }
  }

  /**
   * @param keys whom the caller trusts
   * @param receipt what {@code /api/v1/speeches/{id}/receipt} gave
   * @throws IllegalArgumentException when that is no receipt
   */
  ReceiptCheck(List<NoteKey> keys, String receipt) {
    this.keys = keys;
    this.receipt = Receipt.read(receipt);
  }

  /**
   * Whether a trusted key signed it. Nothing that it says counts before that.
   *
   * @throws IllegalArgumentException when something else than a receipt was signed
   */
  boolean isSigned() {
    List<NoteKey> named =
        keys.stream()
            .filter(key -> key.name().equals(receipt.keyName()))
            .filter(key -> key.id().equals(receipt.keyId()))
            .toList();
    String name = receipt.keyName() + "+" + receipt.keyId();
    if (named.isEmpty()) {
      problems.add(name + " signed the receipt, which is no key that you trust");
    } else if (named.stream().noneMatch(receipt::isSignedBy)) {
      problems.add("the receipt was changed, or " + name + " did not sign it");
    } else {
      Map<String, Object> said = receipt.said();
      confirmed.add(
          "%s signed that speech %s was spoken, and ended at %s"
              .formatted(name, Json.text(said, "speech"), Json.text(said, "finishedAt")));
    }
    return problems.isEmpty();
  }

  /**
   * Compares the audio.
   *
   * @param sha256 of the file that somebody has
   * @throws IllegalArgumentException when the receipt is of a speech without audio
   */
  void compareAudio(byte[] sha256) {
    if (!(Json.object(receipt.said(), "audio").get("sha256") instanceof String spoken)) {
      throw new IllegalArgumentException("The receipt names no audio, so none can be compared");
    }
    if (spoken.equals(HexFormat.of().formatHex(sha256))) {
      confirmed.add("the file is the audio of that speech, to the byte");
    } else {
      problems.add(
          "the file is not the audio of that speech: its SHA-256 is %s, the receipt's %s"
              .formatted(HexFormat.of().formatHex(sha256), spoken));
    }
  }

  /**
   * Looks whether the log holds the entry that the receipt names.
   *
   * @param proof what {@code /api/v1/audit/{id}/proof} gave
   * @throws IllegalArgumentException when that is no proof
   */
  void compareProof(String proof) {
    Map<String, Object> audit = Json.object(receipt.said(), "audit");
    EntryProof given = EntryProof.read(proof);
    List<String> wrong = new ArrayList<>(given.problems(keys));
    if (!given.id().equals(Json.text(audit, "entry"))) {
      wrong.add(
          "the proof is of entry %s, the receipt names %s"
              .formatted(given.id(), audit.get("entry")));
    }
    if (!HexFormat.of().formatHex(given.leaf()).equals(audit.get("leafSha256"))) {
      wrong.add("the entry in the log is another one than the receipt was signed with");
    }
    if (!given.note().text().startsWith(receipt.keyName() + "\n")) {
      wrong.add("the checkpoint is of another log than the receipt");
    }
    if (wrong.isEmpty()) {
      confirmed.add(given.toString());
    }
    problems.addAll(wrong);
  }

  /** What is right, in the order of the questions. */
  List<String> confirmed() {
    return confirmed;
  }

  /** What is not; empty when everything is right. */
  List<String> problems() {
    return problems;
  }
}
