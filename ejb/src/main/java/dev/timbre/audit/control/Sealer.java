package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditTree;
import dev.timbre.audit.entity.Change;
import dev.timbre.audit.proof.NoteKey;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives entries their positions and signs the tree that they make, each batch in a transaction. */
@ApplicationScoped
public class Sealer {

  /** Keeps a transaction well below a second. */
  static final int BATCH = 5_000;

  @Inject AuditTree tree;
  @Inject AuditCheckpoints checkpoints;
  @Inject AuditTrail trail;
  @Inject Signer signer;
  @Inject SignerConfig config;
  @Inject Clock clock;

  /**
   * Publishes the signing key before it signs, and notes it in the log, so that nobody overlooks a
   * new one. Whom to trust every reader decides: an entry proves that it was written, not by whom.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void introduceKey() {
    List<NoteKey> keys = new ArrayList<>();
    signer.former().map(SigningKey::publicKey).ifPresent(keys::add);
    keys.add(signer.publicKey());
    for (NoteKey key : keys) {
      if (checkpoints.publish(key, clock.instant())) {
        trail.done(AuditAction.SIGNER_INTRODUCE, null, Change.to("key", key));
      }
    }
  }

  /**
   * Seals one batch.
   *
   * @return the new head of the log; empty when nothing waits or another node is at it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<AuditCheckpoint> sealBatch() {
    List<SigningKey> keys = new ArrayList<>(List.of(signer.current()));
    signer.former().ifPresent(keys::add);
    return tree.seal(config.origin(), BATCH, text -> SignedNote.sign(text, keys));
  }

  /** Puts back in line what somebody took out of it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int requeueForgotten() {
    return tree.requeueForgotten();
  }
}
