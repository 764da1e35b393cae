package dev.timbre.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Hold;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.fixture.Verifier;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while a talent's data are erased: a row that the erasure needs next is locked,
 * and Timbre dies while it waits there.
 */
@OnRunningTimbre
class KilledErasureIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final RunningTimbre timbre;
  private Company company;
  private Timbre keeper;
  private String talent;
  private List<String> recordings;

  @TempDir Path directory;

  KilledErasureIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void aTalentWithRecordings() {
    company = Company.founded(timbre.admin());
    keeper = company.curator().calls();
    talent = keeper.post("talents", Map.of("name", "Tilda")).expect(201).id();
    recordings = List.of(recorded(), recorded());
  }

  private String recorded() {
    Form form =
        new Form()
            .field("purpose", "clone_source")
            .field("brand", company.brand())
            .field("talent", talent)
            .file("file", "tilda.wav", Tone.unique(12));
    return keeper.upload("recordings", form).expect(201).id();
  }

  private Answer erase() {
    return timbre.admin().post("talents/" + talent + "/erasure", Map.of());
  }

  @Test
  void killedBeforeItWasDecided_leavesEverything() throws Exception {
    CompletableFuture<Answer> call;
    // by then the deciding transaction has written its entry of the log
    try (Hold hold =
        new Hold(timbre.database().asOwner(), "lock table erasure_item in share mode")) {
      call = CompletableFuture.supplyAsync(this::erase);
      hold.awaitWaiting();
      timbre.kill();
    }
    assertThatThrownBy(call::join).isInstanceOf(CompletionException.class);
    timbre.startAgain();
    assertThat(keeper.get("talents/" + talent).text("name")).isEqualTo("Tilda");
    for (String recording : recordings) {
      keeper.get("recordings/" + recording + "/audio").expect(200);
    }
    assertThat(Audit.of(company.auditor().calls(), talent)).containsExactly("talent.create done");
    erase().expect(202);
    assertFinished();
  }

  @Test
  void killedBetweenTwoFiles_isFinishedLater() throws Exception {
    List<String> files = files();
    String middle = files.get(files.size() / 2);
    try (Hold hold =
        new Hold(
            timbre.database().asOwner(),
            "select 1 from blob where sha256 = '" + middle + "' for no key update")) {
      erase().expect(202);
      hold.awaitWaiting();
      timbre.kill();
      assertThat(gone(files)).isPositive().isLessThan(files.size());
      assertNotShownAsDone();
    }
    timbre.startAgain();
    assertFinished();
  }

  @Test
  void killedAfterTheLastFile_saysSoOnlyOnceItIsWritten() throws Exception {
    List<String> files = files();
    String last = files.get(files.size() - 1);
    try (Hold hold =
        new Hold(
            timbre.database().asOwner(),
            "select 1 from blob where sha256 = '" + last + "' for no key update")) {
      erase().expect(202);
      hold.awaitWaiting();
      try (Hold end =
          new Hold(
              timbre.database().asOwner(),
              "select 1 from erasure where talent_id = '" + talent + "' for update")) {
        hold.close();
        end.awaitWaiting();
        timbre.kill();
        assertThat(gone(files)).isEqualTo(files.size());
        assertNotShownAsDone();
      }
    }
    timbre.startAgain();
    assertFinished();
  }

  /** In the order in which they are erased. */
  private List<String> files() throws SQLException {
    return column(
        "select distinct x from recording r,"
            + " unnest(array[r.original, r.normalised, r.waveform]) x where r.talent_id = '"
            + talent
            + "' and x is not null order by x");
  }

  private long gone(List<String> files) throws SQLException {
    String digests = "'" + String.join("', '", files) + "'";
    String query = "select sha256 from blob where erased_at is not null and sha256 in (%s)";
    return column(query.formatted(digests)).size();
  }

  /** The words are gone with the decision; that the files are, nobody says yet. */
  private void assertNotShownAsDone() throws SQLException {
    String mine = "(select id from erasure where talent_id = '" + talent + "')";
    assertThat(column("select name from talent where id = '" + talent + "'"))
        .containsExactly("(erased)");
    assertThat(column("select id from erasure where finished_at is null and id in " + mine))
        .hasSize(1);
    assertThat(column("select state from operation where subject_id in " + mine))
        .hasSize(1)
        .doesNotContain("SUCCEEDED");
    assertThat(
            column(
                "select outcome from audit_entry where action = 'TALENT_ERASE' and subject_id = '"
                    + talent
                    + "'"))
        .containsExactly("INTENDED");
  }

  private void assertFinished() throws Exception {
    String mine = "(select id from erasure where talent_id = '" + talent + "')";
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(column("select state from operation where subject_id in " + mine))
                    .containsExactly("SUCCEEDED"));
    for (String recording : recordings) {
      keeper.get("recordings/" + recording + "/audio").refusedWith(404, "blob-erased");
    }
    assertThat(keeper.get("talents/" + talent).text("name")).isEqualTo("(erased)");
    assertThat(Audit.of(company.auditor().calls(), talent))
        .containsExactly("talent.create done", "talent.erase intended", "talent.erase done");
    Verifier.assertIntact(directory, company.auditor().calls());
  }

  private List<String> column(String query) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
