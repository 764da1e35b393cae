package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody with the owner's rights meddles with the log's tree: people are told, once. */
@OnRunningTimbre
class LogAlteredIT {

  private static final Duration SEALED = Duration.ofSeconds(90);

  /** The sealer's own lock, so that the tree does not grow between the two halves. */
  private static final String MEDDLE =
      "select pg_advisory_xact_lock(x'7365616c6572'::bigint);"
          + " insert into audit_leaf (position, entry_id, leaf_hash)"
          + " select position + 1, gen_random_uuid(), leaf_hash from audit_leaf"
          + " order by position desc limit 1";

  private static final String MEND =
      "delete from audit_leaf l where not exists"
          + " (select from audit_entry e where e.id = l.entry_id)"
          + " and l.position = (select max(position) from audit_leaf)";

  private final RunningTimbre timbre;
  private final Timbre admin;

  LogAlteredIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.admin = timbre.admin();
  }

  @Test
  void alteredTree_becomesOneFindingThatAPersonSettles() throws Exception {
    seal(anEntry());
    owner(MEDDLE);
    JsonNode finding;
    try {
      String waiting = anEntry();
      finding = await().atMost(SEALED).until(this::findings, found -> !found.isEmpty()).get(0);
      assertThat(finding.path("state").asText()).isEqualTo("open");
      assertThat(finding.path("brand").isMissingNode()).isTrue();
      JsonNode facts = finding.path("facts");
      assertThat(facts.path("log").asText()).isEqualTo("timbre/audit");
      assertThat(facts.path("stored").asLong()).isEqualTo(facts.path("signed").asLong() + 1);
      assertThat(admin.get("audit/" + waiting + "/proof").status()).isEqualTo(409);
    } finally {
      owner(MEND);
    }

    // the tree is whole again and grows; what happened is for a person to say
    String id = finding.path("id").asText();
    seal(anEntry());
    assertThat(findings())
        .singleElement()
        .satisfies(still -> assertThat(still.path("state").asText()).isEqualTo("open"));
    assertThat(Audit.of(admin, id)).containsExactly("finding.raise done");
    assertThat(toldOf(id)).isEqualTo(1);
    Answer known = admin.get("findings/" + id).expect(200);
    admin
        .ifMatch(known.tag())
        .post("findings/" + id + "/resolution", Map.of("reason", "A leaf too many; taken out."))
        .expect(200);
  }

  private List<JsonNode> findings() {
    return admin.get("findings?kind=log_altered").expect(200).items();
  }

  private long toldOf(String finding) {
    return admin.get("notices?limit=200").expect(200).items().stream()
        .filter(notice -> notice.path("subject").asText().equals(finding))
        .count();
  }

  private String anEntry() {
    Company company = timbre.company();
    String talent =
        company.curator().calls().post("talents", Map.of("name", "Anna")).expect(201).id();
    return admin.get("audit?subject=" + talent).expect(200).items().get(0).path("id").asText();
  }

  private void seal(String entry) {
    await().atMost(SEALED).until(() -> admin.get("audit/" + entry + "/proof").status() == 200);
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = timbre.database().asOwner().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
