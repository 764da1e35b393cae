package dev.timbre.audit.verifier;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One node of several, as far as the log sees it: a process that writes entries, each in its own
 * transaction, and meanwhile seals whatever waits. Says {@code ready}, begins at the first line
 * that it is told, and says in the end how many batches it sealed.
 */
public final class SealingNode {

  static final String LOG = "timbre.test/audit";
  static final int ENTRIES = 400;

  private static final int BATCH = 5;

  private final TestDatabase database = new TestDatabase();
  private final SigningKey key;

  private SealingNode(SigningKey key) {
    this.key = key;
  }

  /** The one argument is the signing key as PEM. */
  public static void main(String[] arguments) throws Exception {
    SealingNode node = new SealingNode(SigningKey.read(LOG, arguments[0]));
    node.database.run(work -> work.auditCheckpoints().findLatest());
    System.out.println("ready");
    if (System.in.read() >= 0) {
      System.out.println(node.writeAndSeal());
    }
  }

  private int writeAndSeal() {
    Thread writer = new Thread(this::write);
    writer.start();
    int batches = 0;
    while (writer.isAlive()) {
      batches += seal() ? 1 : 0;
    }
    return batches;
  }

  private void write() {
    for (int i = 0; i < ENTRIES; i++) {
      database.saved(
          new AuditEntry(
              Instant.now(),
              Actor.SYSTEM,
              AuditAction.VOICE_APPROVE,
              UUID.randomUUID(),
              AuditOutcome.DONE));
    }
  }

  private boolean seal() {
    return database.inTransaction(
        work ->
            work.auditTree()
                .seal(LOG, BATCH, text -> SignedNote.sign(text, List.of(key)))
                .isPresent());
  }
}
