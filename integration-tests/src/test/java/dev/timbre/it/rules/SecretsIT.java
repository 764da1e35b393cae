package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.SandboxConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Secrets are in no log, no table and no answer but the one that made them. */
@OnRunningTimbre
class SecretsIT {

  private final RunningTimbre timbre;
  private final Company company;
  private final String password = "correct-horse-" + UUID.randomUUID();
  private final String wrongPassword = "wrong-horse-" + UUID.randomUUID();
  private final String text = "Geheimes-" + UUID.randomUUID();

  SecretsIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @Test
  void secrets_areNeitherInTheLogNorInTheTables() throws Exception {
    List<String> secrets = useEachSecret();
    for (String secret : secrets) {
      assertThat(secret).hasSizeGreaterThan(12);
    }
    assertThat(linesWith(secrets)).isEmpty();
    assertThat(tablesWith(secrets)).isEmpty();
  }

  /** Everything that could be written down by mistake, used rightly and wrongly. */
  private List<String> useEachSecret() {
    Timbre admin = company.admin();
    String name = "secretive-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> person =
        Map.of("username", name, "displayName", "Anna", "password", password);
    String id = admin.post("people", person).expect(201).id();
    Answer key = admin.post("keys", Map.of("label", "x", "person", id)).expect(201);
    String secret = key.text("secret");
    assertThat(admin.get("keys/" + key.id()).body()).doesNotContain(secret);
    assertThat(admin.get("keys?limit=200").body()).doesNotContain(secret);
    assertThat(admin.get("people/" + id).body()).doesNotContain(password);

    timbre.anybody().withKey(secret).get("voices").expect(403);
    timbre.anybody().withKey(secret + "x").get("voices").expect(401);
    Timbre here = timbre.anybody().with("Origin", timbre.uri().toString());
    here.post("session", Map.of("username", name, "password", wrongPassword)).expect(403);
    Answer session =
        here.post("session", Map.of("username", name, "password", password)).expect(200);
    String cookie = session.header("Set-Cookie").replaceFirst(";.*", "");
    here.with("Cookie", cookie).get("nothing").expect(404);
    admin.post("people", Map.of("username", name, "password", password)).expect(422);
    admin.json("POST", "people", "{\"password\":\"" + password + "\",").expect(400);

    Company.Client client = company.client("100");
    VoiceCase voice = timbre.aLiveVoice();
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    voice.speak(client, text).expect(502);
    voice.speak(client, text).expect(200);
    return List.of(
        secret,
        password,
        wrongPassword,
        text,
        cookie.substring(cookie.indexOf('=') + 1),
        SandboxConfig.DEMO_KEY,
        RunningTimbre.FIRST_SECRET,
        timbre.database().password(),
        timbre.database().ownerPassword());
  }

  private List<String> linesWith(List<String> secrets) throws IOException {
    try (BufferedReader log = Files.newBufferedReader(timbre.log(), StandardCharsets.UTF_8)) {
      return log.lines().filter(line -> secrets.stream().anyMatch(line::contains)).toList();
    }
  }

  /** Every row of every table, as text. */
  private List<String> tablesWith(List<String> secrets) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection database = timbre.database().asOwner().getConnection()) {
      for (String table : tables(database)) {
        try (var statement = database.createStatement();
            ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
          while (rows.next()) {
            String row = rows.getString(1);
            secrets.stream().filter(row::contains).forEach(secret -> found.add(table + " " + row));
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection database) throws SQLException {
    String query = "select quote_ident(tablename) from pg_tables where schemaname = 'public'";
    List<String> tables = new ArrayList<>();
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  @Test
  void auditEntry_tellsWhoFromWhereAndUnderWhichRequest() {
    String request = "request-" + UUID.randomUUID();
    Company.Person curator = company.curator();
    curator
        .calls()
        .with("X-Request-Id", request)
        .post("talents", Map.of("name", "Anna"))
        .expect(201);
    List<JsonNode> entries =
        company.auditor().calls().get("audit?correlation=" + request).expect(200).items();
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("actor").asText()).isEqualTo("person:" + curator.id());
    assertThat(entries.get(0).path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(entries.get(0).path("at").asText()).isNotBlank();
  }

  @Test
  void auditLog_cannotBeChangedByTheRoleThatServes() throws SQLException {
    try (Connection database = timbre.database().asOwner().getConnection();
        var statement = database.createStatement()) {
      ResultSet rights =
          statement.executeQuery(
              "select has_table_privilege('timbre', 'audit_entry', 'update')"
                  + " or has_table_privilege('timbre', 'audit_entry', 'delete')"
                  + " or has_table_privilege('timbre', 'audit_entry', 'truncate')");
      rights.next();
      assertThat(rights.getBoolean(1)).isFalse();
    }
  }
}
