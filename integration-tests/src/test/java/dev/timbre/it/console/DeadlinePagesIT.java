package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the console says of deadlines and notices, and the decisions that are made there. */
@OnRunningTimbre
@OnChromium
class DeadlinePagesIT {

  private final RunningTimbre timbre;
  private final Chromium chromium;

  DeadlinePagesIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  private Someone somebody(String name, String role) {
    return Someone.with(timbre.admin(), name, role, null);
  }

  private static String deadlinesOf(Company company) {
    return "/deadlines.xhtml?brand=" + company.brand();
  }

  @Test
  void approver_seesTheFeeActivatesOneCloneAndLetsAnotherLapse() {
    Company company = Company.founded(timbre.admin());
    VoiceCase kept = company.aDraftVoice(timbre.provider()).live();
    VoiceCase left = company.aDraftVoice(timbre.provider()).live();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "approver")).open(deadlinesOf(company));
      Locator first = visit.id("unused").locator("li").first();
      assertThat(first).containsText(kept.alias());
      assertThat(first).containsText("Keeping it costs at most");
      visit.lookInBoth("deadlines");

      visit.id("unused").getByText("Let it lapse").last().click();
      assertThat(visit.notices()).containsText("left to its deadline");
      visit.id("unused").getByText("Activate for at most").first().click();
      assertThat(visit.notices()).containsText("is permanent now");
      assertThat(visit.id("ledger").locator("tbody tr")).hasCount(2);
      assertThat(visit.id("unused").locator("li")).hasCount(1);
      assertThat(visit.id("unused")).containsText(left.alias());
      visit.look("deadlines-decided");
    }
    assertEquals("permanent", kept.newestClone().path("state").asText());
    assertEquals("provisional", left.newestClone().path("state").asText());
  }

  @Test
  void priceThatRoseSinceThePageWasShown_isNotPaid() {
    VoiceCase voice = Company.founded(timbre.admin()).aDraftVoice(timbre.provider()).live();
    String account = voice.newestClone().path("account").asText();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "approver")).open("/voice.xhtml?id=" + voice.alias());
      visit.click("activate-open");
      voiceFee(account, "12.5");
      try {
        visit.click("activate:confirm");
        assertThat(visit.notices()).containsText("more than the");
      } finally {
        voiceFee(account, "9.9");
      }
      assertEquals("provisional", voice.newestClone().path("state").asText());
      visit.open("/voice.xhtml?id=" + voice.alias());
      visit.click("activate-open").click("activate:confirm");
      assertThat(visit.notices()).containsText("is permanent now");
    }
    assertEquals("permanent", voice.newestClone().path("state").asText());
  }

  private void voiceFee(String account, String fee) {
    Map<String, String> prices =
        Map.of("currency", "CNY", "hd", "3.5", "turbo", "2", "voiceFee", fee);
    timbre
        .admin()
        .post("provider-accounts/" + account + "/prices", Map.of("prices", prices))
        .expect(201);
  }

  @Test
  void cloneThatFailed_tellsWhyOnThePageOfItsVoice() {
    timbre.provider().next(Provider.CLONE, Misfortune.code(2038));
    VoiceCase voice = Company.founded(timbre.admin()).aDraftVoice(timbre.provider()).approved();
    String said = voice.awaitClone("failed").path("fault").path("message").asText();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "approver")).open("/voice.xhtml?id=" + voice.alias());
      assertThat(visit.id("clones")).containsText("2038");
      assertThat(visit.id("clones")).containsText(said);
      assertThat(visit.id("clones")).containsText("Complete the account’s identity verification");
      visit.lookInBoth("voice-clone-failed");
      visit.chinese();
      assertThat(visit.id("clones")).containsText("2038");
      assertThat(visit.id("clones")).containsText(said);
      assertThat(visit.id("clones")).containsText("请在供应商处完成账户的实名认证。");
    }
  }

  @Test
  void policyOfABrand_isChosenOnThePage() {
    Company company = Company.founded(timbre.admin());
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "approver")).open(deadlinesOf(company));
      assertThat(visit.id("policy")).containsText("96 48 24 6");
      visit.click("policy-open").choose("choose:action", "Activate");
      visit.fill("choose:remind", "72, 12").fill("choose:lead", "8").click("choose:save");
      assertThat(visit.notices()).containsText("The policy is chosen");
      assertThat(visit.id("policy")).containsText("72 12");
      assertThat(visit.id("policy")).containsText("8 hours before");
      visit.click("policy-open").fill("choose:remind", "soon").click("choose:save");
      assertThat(visit.notices()).containsText("whole numbers");
      visit.lookInBoth("deadline-policy");
    }
  }

  @Test
  void notices_areReadAndNotForgotten() {
    Company company = Company.founded(timbre.admin());
    Someone approver = somebody("Wei Zhang", "approver");
    VoiceCase voice = company.aDraftVoice(timbre.provider()).submitted();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(approver);
      assertThat(visit.id("bell")).containsText("new notice");
      visit.click("bell");
      assertThat(visit.id("list:rows")).containsText(voice.alias());
      visit.lookInBoth("notices");
      visit.click("list:all");
      assertThat(visit.id("list:rows")).not().containsText("Mark as read");
      visit.open("/index.xhtml");
      assertThat(visit.id("bell")).hasText("Notices");
    }
  }

  @Test
  void webhookThatNoOperatorAllowed_isRefusedInWords() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Ada Okafor", "admin")).click("nav-webhooks");
      visit.click("new-webhook-open").fill("webhook:url", "https://hooks.example.org/timbre");
      visit.fill("webhook:secret", "main").click("webhook:create");
      assertThat(visit.notices()).containsText("allowed-origins");
      visit.lookInBoth("webhooks");
    }
  }
}
