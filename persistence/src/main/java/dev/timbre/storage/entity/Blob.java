package dev.timbre.storage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Immutable bytes, addressed by their SHA-256. */
@Entity
@Table(name = "blob")
public class Blob implements Serializable {

  private static final long serialVersionUID = 1L;

  @Id private String sha256;

  @Column(nullable = false, updatable = false)
  private long size;

  @Column(name = "media_type", nullable = false, updatable = false)
  private String mediaType;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "erased_at", insertable = false, updatable = false)
  private Instant erasedAt;

  protected Blob() {}

  /**
   * @param sha256 64 lower-case hexadecimal digits
   * @param size bytes
   */
  public Blob(Instant now, String sha256, long size, String mediaType) {
    this.sha256 = sha256;
    this.size = size;
    this.mediaType = mediaType;
    this.createdAt = now;
  }

  public String getSha256() {
    return sha256;
  }

  public long getSize() {
    return size;
  }

  public String getMediaType() {
    return mediaType;
  }

  /** Since when only the digest is left; null while the bytes are there. */
  public Instant getErasedAt() {
    return erasedAt;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
