package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.timbre.it.client.Timbre;
import dev.timbre.it.system.Keycloak;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ways in that only a real browser walks: over another site, and by a link with a secret part. */
@OnRunningTimbre
@OnChromium
class ProviderVisitIT {

  private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in\\.xhtml.*");

  private final RunningTimbre timbre;
  private final Chromium chromium;

  ProviderVisitIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  @Test
  void providerOfAnotherSite_letsInAndOut() {
    Keycloak.Member member = timbre.keycloak().member("Clara Sommer", Keycloak.CURATORS);
    try (Visit visit = chromium.visit(timbre)) {
      visit.open("/recordings.xhtml").lookInBoth("sign-in-provider");
      visit.click("provider");
      visit.fill("username", member.username()).fill("password", member.password());
      visit.click("kc-login");
      assertThat(visit.id("profile")).hasText(member.name());
      assertThat(visit.page()).hasURL(timbre.uri() + "/recordings.xhtml");
      visit.open("/profile.xhtml").lookInBoth("profile-provider");
      visit.click("session:sign-out");
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.click("provider"); // the provider has forgotten them, too
      assertThat(visit.id("kc-login")).isVisible();
    }
  }

  @Test
  void personMadeByHand_isLinkedOnTheirPage() {
    Timbre admin = timbre.admin();
    Keycloak.Member member = timbre.keycloak().member("Hanna Vor", Keycloak.CURATORS);
    String username = "hand-" + UUID.randomUUID().toString().substring(0, 8);
    String id = admin.post("people", Map.of("username", username, "displayName", "By Hand")).id();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(Someone.with(admin, "Ada Okafor", "admin", null));
      visit.open("/person.xhtml?id=" + id).lookInBoth("person-unlinked");
      visit.fill("identity:subject", member.id()).click("identity:link");
      assertThat(visit.notices()).containsText("Linked.");
      assertThat(visit.id("identities")).containsText(member.id());
      visit.lookInBoth("person-linked");
      visit.page().getByText("Unlink").click();
      assertThat(visit.notices()).containsText("No longer linked.");
      assertThat(visit.id("identity:subject")).isVisible();
    }
  }

  @Test
  void invitedPerson_setsTheirPasswordAndSignsIn() {
    Timbre admin = timbre.admin();
    String username = "ina-" + UUID.randomUUID().toString().substring(0, 8);
    String id = admin.post("people", Map.of("username", username, "displayName", "Ina Berg")).id();
    admin.post("grants", Map.of("person", id, "role", "curator")).expect(201);
    String link;
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(Someone.with(admin, "Ada Okafor", "admin", null));
      visit.open("/person.xhtml?id=" + id).click("invitation:make");
      assertThat(visit.id("invitation-link")).isVisible();
      link = visit.id("invitation-link").textContent().strip();
      visit.look("person-invitation");
      visit.page().keyboard().press("Escape");
      visit.open("/person.xhtml?id=" + id).lookInBoth("person-invited");
    }
    String password = "eleven quiet lanterns";
    try (Visit visit = chromium.visit(timbre)) {
      visit.page().navigate(link);
      assertThat(visit.id("password:username")).hasValue(username);
      visit.lookInBoth("set-password");
    }
    try (Visit visit = chromium.visit(timbre)) {
      visit.page().navigate(link);
      visit.fill("password:next", "password12345").fill("password:again", "password12345");
      visit.click("password:set");
      assertThat(visit.notices()).containsText("too easily guessed");
      visit.fill("password:next", password).fill("password:again", password);
      visit.click("password:set");
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.submit(new Someone(id, username, "Ina Berg", password));
      assertThat(visit.id("profile")).hasText("Ina Berg");
      visit.page().navigate(link);
      assertThat(visit.notices()).containsText("opens nothing any more");
      visit.look("set-password-over");
    }
  }
}
