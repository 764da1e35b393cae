package dev.timbre.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes are processes: what keeps two sealers apart is the database, and no lock of the JVM. */
class SealersApartTest {

  private static final int NODES = 2;
  private static final String LOGGING = "java.util.logging.config.file";
  private static final SigningKey KEY = SigningKey.generate(SealingNode.LOG);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  /** A node in a process of its own. */
  private record Node(Process process, BufferedReader said) implements AutoCloseable {

    static Node start() throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  TestPostgres.shared(),
                  "-D" + LOGGING + "=" + System.getProperty(LOGGING, ""),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SealingNode.class.getName(),
                  KEY.toPem())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Node(process, process.inputReader());
    }

    void awaitReady() throws IOException {
      assertThat(said.readLine()).isEqualTo("ready");
    }

    void begin() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    int batches() throws IOException, InterruptedException {
      int batches = Integer.parseInt(said.readLine());
      assertThat(process.waitFor()).isZero();
      return batches;
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @Test
  void twoProcessesThatSealAtOnce_makeOneLogWithOneLeafForEachEntry() throws Exception {
    try (Node first = Node.start();
        Node second = Node.start()) {
      List<Node> nodes = List.of(first, second);
      for (Node node : nodes) {
        node.awaitReady();
      }
      for (Node node : nodes) {
        node.begin();
      }
      for (Node node : nodes) {
        assertThat(node.batches()).as("batches of a node").isPositive();
      }
    }
    sealTheRest();

    Verdict verdict = exported();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.counts().entries()).isEqualTo(NODES * SealingNode.ENTRIES);
    assertThat(verdict.counts().unsealed()).isZero();
    assertThat(count("select count(distinct entry_id) from audit_leaf"))
        .isEqualTo(count("select count(*) from audit_entry"))
        .isEqualTo(count("select count(*) from audit_leaf"));
  }

  private void sealTheRest() {
    while (database.inTransaction(
        work ->
            work.auditTree()
                .seal(SealingNode.LOG, 100, text -> SignedNote.sign(text, List.of(KEY)))
                .isPresent())) {
      // what the nodes wrote last
    }
  }

  private Verdict exported() {
    List<String> lines = new ArrayList<>();
    database.run(
        work -> {
          AuditCheckpoint latest = work.auditCheckpoints().findLatest().orElseThrow();
          Range range = new Range(0, latest.getSize());
          lines.add(work.auditTranscript().header(latest, range));
          lines.addAll(work.auditTranscript().lines(range));
          lines.addAll(work.auditTranscript().unsealed(10));
        });
    return WrittenLog.check(String.join("\n", lines) + "\n", KEY, List.of());
  }

  private long count(String query) {
    return database.inTransaction(
        work -> (Long) work.em().createNativeQuery(query).getSingleResult());
  }
}
