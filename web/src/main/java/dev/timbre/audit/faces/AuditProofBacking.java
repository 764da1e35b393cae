package dev.timbre.audit.faces;

import dev.timbre.audit.control.AuditProof;
import dev.timbre.audit.control.VerifierProgram;
import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditSigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;

/** What an auditor needs to check the log without trusting its server. */
@Named("auditProofPage")
@RequestScoped
public class AuditProofBacking {

  private static final int SHOWN = 20;

  @Inject AuditProof proof;
  @Inject VerifierProgram verifier;

  private List<AuditCheckpoint> checkpoints;
  private List<AuditSigningKey> keys;

  @PostConstruct
  void read() {
    checkpoints = proof.page(null, SHOWN);
    keys = proof.keys();
  }

  public List<AuditCheckpoint> getCheckpoints() {
    return checkpoints;
  }

  public List<AuditSigningKey> getKeys() {
    return keys;
  }

  /** Of the program that checks the log, in hexadecimal digits. */
  public String getVerifierDigest() {
    return verifier.sha256();
  }

  /** The root of a checkpoint in base64, as its note has it. */
  public String root(AuditCheckpoint checkpoint) {
    return Base64.getEncoder().encodeToString(checkpoint.head().root());
  }
}
