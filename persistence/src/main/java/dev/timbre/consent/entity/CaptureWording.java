package dev.timbre.consent.entity;

import java.time.Instant;

/**
 * The words of one link.
 *
 * @param text as the talent reads them, with the nonce in it
 * @param expiresAt until when they can be answered
 */
public record CaptureWording(String nonce, String text, Instant expiresAt) {

  /** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
  public String digest() {
    return LinkToken.digestOf(text);
  }
}
