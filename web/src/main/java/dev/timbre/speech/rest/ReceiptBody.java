package dev.timbre.speech.rest;

import dev.timbre.speech.entity.Receipt;
import java.util.Base64;

/**
 * A signed receipt. The signature is over the payload's text in UTF-8, exactly as it stands here.
 *
 * @param payload JSON as a string
 * @param keyName whose key signed
 * @param keyId which of their keys; {@code /api/v1/audit/keys} has it
 * @param signature Ed25519 (RFC 8032) in base64
 */
public record ReceiptBody(String payload, String keyName, String keyId, String signature) {

  static ReceiptBody of(Receipt receipt) {
    Receipt.Signature signature = receipt.getSignature();
    return new ReceiptBody(
        receipt.getPayload(),
        signature.keyName(),
        signature.keyId(),
        Base64.getEncoder().encodeToString(signature.bytes()));
  }
}
