package dev.timbre.audit.faces;

import dev.timbre.audit.control.AuditProof;
import dev.timbre.audit.control.AuditSearch;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditLeaf;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One entry and its place in the log. */
@Named("auditEntryPage")
@ViewScoped
public class AuditEntryBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject AuditSearch search;
  @Inject AuditProof proof;

  private UUID id;
  private AuditEntry entry;
  private AuditLeaf leaf;

  public void open() {
    entry = search.get(id);
    leaf = proof.findLeaf(id).orElse(null);
  }

  public AuditEntry getEntry() {
    return entry;
  }

  /** Null while the entry waits to be sealed. */
  public AuditLeaf getLeaf() {
    return leaf;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }
}
