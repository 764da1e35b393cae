package dev.timbre.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The network address an entry came from, apart from the log because it is personal data. */
@Entity
@Table(name = "audit_origin")
public class AuditOrigin {

  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  @Column(nullable = false, updatable = false)
  private String address;

  protected AuditOrigin() {}

  public AuditOrigin(UUID entryId, String address) {
    this.entryId = entryId;
    this.address = address;
  }

  public UUID getEntryId() {
    return entryId;
  }

  public String getAddress() {
    return address;
  }
}
