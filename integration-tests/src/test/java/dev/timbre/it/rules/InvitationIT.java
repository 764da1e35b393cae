package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Audit;
import dev.timbre.it.fixture.Together;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People set their own password by a link that opens once. */
@OnRunningTimbre
class InvitationIT {

  private static final String PASSWORD = "eleven quiet lanterns " + UUID.randomUUID();

  private final RunningTimbre timbre;
  private final Timbre admin;
  private final Timbre stranger;
  private final String username = "invited-" + UUID.randomUUID().toString().substring(0, 8);
  private final String id;

  InvitationIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.admin = timbre.admin();
    this.stranger = timbre.anybody().with("Origin", timbre.uri().toString());
    this.id =
        admin.post("people", Map.of("username", username, "displayName", "Ina")).expect(201).id();
    admin.post("grants", Map.of("person", id, "role", "curator")).expect(201);
  }

  private Answer invite() {
    return admin.post("invitations", Map.of("person", id)).expect(201);
  }

  private Answer accept(String token, String password) {
    return stranger.post("session/invitation", Map.of("token", token, "password", password));
  }

  private Answer signIn(String password) {
    return stranger.post("session", Map.of("username", username, "password", password));
  }

  @Test
  void link_setsThePasswordOnce() {
    String token = invite().text("token");
    accept(token, PASSWORD).expect(204);
    signIn(PASSWORD).expect(200);
    accept(token, "another " + PASSWORD).refusedWith(404, "invitation-over");
    signIn("another " + PASSWORD).expect(403);
    assertThat(Audit.of(admin, id)).contains("person.invite done", "person.password done");
  }

  @Test
  void linkUsedByManyAtOnce_worksForOne() {
    String token = invite().text("token");
    List<Integer> answers =
        Together.times(10, number -> accept(token, number + " " + PASSWORD).status());
    assertThat(Collections.frequency(answers, 204)).isOne();
    assertThat(Collections.frequency(answers, 404)).isEqualTo(9);
  }

  @Test
  void newerLink_replacesTheOlder() {
    String older = invite().text("token");
    String newer = invite().text("token");
    accept(older, PASSWORD).refusedWith(404, "invitation-over");
    accept(newer, PASSWORD).expect(204);
  }

  @Test
  void passwordChangedMeanwhile_endsTheLink() {
    String byAdmin = invite().text("token");
    String tag = admin.get("people/" + id).tag();
    admin.ifMatch(tag).patch("people/" + id, Map.of("password", PASSWORD)).expect(200);
    accept(byAdmin, "another " + PASSWORD).refusedWith(404, "invitation-over");

    String byThemselves = invite().text("token");
    Answer session = signIn(PASSWORD);
    String cookie = session.header("Set-Cookie").split(";", 2)[0];
    stranger
        .with("Cookie", cookie)
        .post("session/password", Map.of("current", PASSWORD, "password", "new " + PASSWORD))
        .expect(204);
    accept(byThemselves, "another " + PASSWORD).refusedWith(404, "invitation-over");
  }

  @Test
  void weakPassword_isRefusedAndTheLinkStaysOpen() {
    String token = invite().text("token");
    accept(token, "short").refusedWith(422, "password-length");
    accept(token, "password12345").refusedWith(422, "password-common");
    accept(token, username).refusedWith(422, "password-is-username");
    accept(token, PASSWORD).expect(204);
  }

  @Test
  void endedLinkAndLinkOfADisabledPerson_openNothing() {
    Answer ended = invite();
    admin.delete("invitations/" + ended.id()).expect(204);
    accept(ended.text("token"), PASSWORD).refusedWith(404, "invitation-over");
    String token = invite().text("token");
    String path = "people/" + id;
    admin.ifMatch(admin.get(path).tag()).patch(path, Map.of("disabled", true)).expect(200);
    accept(token, PASSWORD).refusedWith(404, "invitation-over");
    admin.post("invitations", Map.of("person", id)).refusedWith(409, "person-disabled");
  }

  @Test
  void reset_endsTheSessionsThatWere() {
    accept(invite().text("token"), PASSWORD).expect(204);
    String cookie = signIn(PASSWORD).expect(200).header("Set-Cookie").split(";")[0];
    Timbre session = stranger.with("Cookie", cookie);
    session.get("voices").expect(200);
    accept(invite().text("token"), "another " + PASSWORD).expect(204);
    session.get("voices").refusedWith(401, "not-authenticated");
  }

  @Test
  void repeatedOrder_makesNoSecondLinkAndShowsNoToken() {
    Timbre repeatable = admin.repeatable(UUID.randomUUID().toString());
    Answer first = repeatable.post("invitations", Map.of("person", id)).expect(201);
    Answer second = repeatable.post("invitations", Map.of("person", id)).expect(201);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.text("token")).isNull();
    accept(first.text("token"), PASSWORD).expect(204);
  }

  @Test
  void token_isShownOnceAndKeptNowhere() throws Exception {
    Answer made = invite();
    String token = made.text("token");
    assertThat(token).hasSizeGreaterThan(40);
    assertThat(admin.get("invitations/" + made.id()).expect(200).body()).doesNotContain(token);
    assertThat(admin.get("audit?limit=200").body()).doesNotContain(token);
    assertThat(Files.readString(timbre.log(), StandardCharsets.UTF_8)).doesNotContain(token);
  }
}
