package dev.timbre.speech.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The signed record of one speech. Holds ids, digests and numbers only. */
@Entity
@Immutable
@Table(name = "receipt")
public class Receipt extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "speech_id", nullable = false, updatable = false)
  private UUID speechId;

  @Column(nullable = false, updatable = false)
  private String payload;

  @Column(name = "key_name", nullable = false, updatable = false)
  private String keyName;

  @Column(name = "key_id", nullable = false, updatable = false)
  private String keyId;

  @Column(nullable = false, updatable = false)
  private byte[] signature;

  protected Receipt() {}

  /**
   * A signature and whose it is.
   *
   * @param bytes Ed25519 (RFC 8032) over the payload in UTF-8
   */
  public record Signature(String keyName, String keyId, byte[] bytes) {}

  public Receipt(Instant now, UUID speechId, String payload, Signature signature) {
    super(now);
    this.speechId = speechId;
    this.payload = payload;
    this.keyName = signature.keyName();
    this.keyId = signature.keyId();
    this.signature = signature.bytes().clone();
  }

  public UUID getSpeechId() {
    return speechId;
  }

  /** JSON, exactly as it was signed. */
  public String getPayload() {
    return payload;
  }

  public Signature getSignature() {
    return new Signature(keyName, keyId, signature.clone());
  }
}
