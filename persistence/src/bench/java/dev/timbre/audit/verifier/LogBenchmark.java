package dev.timbre.audit.verifier;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.Hashes;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many entries a second the log takes, how far the sealer is behind, and how fast an export is
 * verified. Arguments: callers, seconds, entries of the export.
 */
public final class LogBenchmark {

  private static final String LOG = "timbre.bench/audit";
  private static final SigningKey KEY = SigningKey.generate(LOG);
  private static final int CHECKPOINT_EVERY = 1_000;
  private static final int BATCH = 5_000;

  private LogBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int callers = Integer.parseInt(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    int exported = Integer.parseInt(arguments[2]);
    TestDatabase database = new TestDatabase();
    database.beforeEach(null);
    TestPostgres.run(
        TestPostgres.owner(),
        "create table if not exists bare_entry (like audit_entry including all)",
        "grant insert on bare_entry to " + TestPostgres.RUNTIME);
    for (int round = 0; round < 2; round++) {
      System.out.printf("round %d%n", round);
      write("rival: the same rows, not sealed", "bare_entry", callers, seconds);
      sealed(database, callers, seconds);
    }
    verify(exported);
    System.exit(0);
  }

  /** One entry to a transaction, each durable before the next. */
  private static long write(String what, String table, int callers, int seconds) throws Exception {
    AtomicLong written = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      threads.add(new Thread(() -> insert(table, written, over)));
    }
    long begin = System.nanoTime();
    threads.forEach(Thread::start);
    Thread.sleep(seconds * 1000L);
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - begin) / 1e9;
    System.out.printf("%s: %.0f entries/s by %d callers%n", what, written.get() / took, callers);
    return written.get();
  }

  private static void insert(String table, AtomicLong written, AtomicBoolean over) {
    String sql = "insert into " + table + " values (?, 0, ?, ?, ?, ?, ?, ?, null, ?, ?, null)";
    try (Connection connection = TestPostgres.runtime().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (!over.get()) {
        AuditEntry entry = entry();
        statement.setObject(1, entry.getId());
        statement.setTimestamp(2, Timestamp.from(entry.getCreatedAt()));
        statement.setString(3, "PERSON");
        statement.setObject(4, entry.getActor().id());
        statement.setString(5, entry.getAction().name());
        statement.setObject(6, entry.getSubjectId());
        statement.setString(7, "DONE");
        statement.setString(8, entry.getChanges());
        statement.setString(9, entry.getCorrelationId());
        statement.executeUpdate();
        written.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuditEntry entry() {
    return new AuditEntry(
            Instant.now(),
            Actor.person(UUID.randomUUID()),
            AuditAction.VOICE_APPROVE,
            UUID.randomUUID(),
            AuditOutcome.DONE)
        .changing(List.of(Change.of("state", "SUBMITTED", "APPROVED")))
        .correlated(UUID.randomUUID().toString());
  }

  private static void sealed(TestDatabase database, int callers, int seconds) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Long> passes = new ArrayList<>();
    Thread sealer = new Thread(() -> seal(database, over, passes));
    sealer.start();
    write("the log, sealed meanwhile", "audit_entry", callers, seconds);
    long stopped = System.nanoTime();
    over.set(true);
    sealer.join();
    System.out.printf(
        "sealing: passes of %s ms after which nothing waited; the last ended %d ms after the last"
            + " entry%n",
        passes, (System.nanoTime() - stopped) / 1_000_000);
  }

  /** As the timer does: each second, until nothing waits. */
  private static void seal(TestDatabase database, AtomicBoolean over, List<Long> passes) {
    boolean last = false;
    while (!last) {
      last = over.get();
      long begin = System.nanoTime();
      boolean more = true;
      while (more) {
        more =
            database.inTransaction(
                work ->
                    work.auditTree()
                        .seal(LOG, BATCH, text -> SignedNote.sign(text, List.of(KEY)))
                        .isPresent());
      }
      long took = (System.nanoTime() - begin) / 1_000_000;
      passes.add(took);
      pause(last ? 0 : 1000 - took);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(Math.max(0, millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void verify(int entries) throws Exception {
    Path export = Files.createTempFile("audit", ".jsonl");
    try {
      SignedNote head = write(export, entries);
      System.out.printf(
          "export: %d entries, %.0f MB%n", entries, Files.size(export) / 1e6);
      for (int round = 0; round < 4; round++) {
        long begin = System.nanoTime();
        digest(export);
        long floor = System.nanoTime();
        Verdict verdict;
        try (InputStream in = Files.newInputStream(export)) {
          verdict = new ExportCheck(List.of(KEY.publicKey()), List.of(head)).check(in);
        }
        double took = (System.nanoTime() - floor) / 1e9;
        System.out.printf(
            "verified: %.0f entries/s (%.2f s, intact: %s); floor, one SHA-256 of the file: %.2f"
                + " s%n",
            entries / took, took, verdict.isIntact(), (floor - begin) / 1e9);
      }
    } finally {
      Files.delete(export);
    }
  }

  private static void digest(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    if (Arrays.equals(digest.digest(), new byte[32])) {
      throw new IllegalStateException();
    }
  }

  /** Twice: the header names the last checkpoint. */
  private static SignedNote write(Path export, int entries) throws IOException {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      bodies.add(entry().canonical());
    }
    Path body = Files.createTempFile("body", ".jsonl");
    Frontier tree = new Frontier();
    SignedNote head = null;
    try (BufferedWriter writer = Files.newBufferedWriter(body)) {
      for (int i = 0; i < entries; i++) {
        String canonical = bodies.get(i % bodies.size());
        byte[] leaf =
            Hashes.leaf(canonical.getBytes(StandardCharsets.UTF_8));
        tree.append(leaf);
        writer.write(ExportLines.entry(i, leaf, canonical) + "\n");
        if (tree.size() % CHECKPOINT_EVERY == 0 || i == entries - 1) {
          Checkpoint checkpoint = new Checkpoint(LOG, tree.size(), tree.root());
          head = SignedNote.sign(checkpoint.text(), List.of(KEY));
          writer.write(ExportLines.checkpoint(tree.size(), head.toString()) + "\n");
        }
      }
    }
    ExportLines.Header header =
        new ExportLines.Header(head.toString(), 0, entries, List.of(), List.of());
    Files.writeString(export, ExportLines.header(header) + "\n");
    try (var out = Files.newOutputStream(export, StandardOpenOption.APPEND)) {
      Files.copy(body, out);
    }
    Files.delete(body);
    return head;
  }
}
