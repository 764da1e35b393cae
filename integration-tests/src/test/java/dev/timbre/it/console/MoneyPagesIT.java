package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of budgets, prices, rates, bounds and unknown speeches. */
@OnRunningTimbre
@OnChromium
class MoneyPagesIT {

  private final RunningTimbre timbre;
  private final Chromium chromium;

  MoneyPagesIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  private Someone ada() {
    return Someone.with(timbre.admin(), "Ada Okafor", "admin", null);
  }

  @Test
  void budget_isAddedLookedAtAndChanged() {
    Company company = Company.founded(timbre.admin());
    Company.Client client = company.client("12");
    company.aDraftVoice(timbre.provider()).spoken(client).speak(client, "Noch ein Satz.");
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(ada()).click("nav-budgets").lookInBoth("budgets");
      visit.click("new-budget-open").choose("budget:brand", "Brand " + company.slug());
      visit.choose("budget:period", "In total").fill("budget:zone", "Asia/Shanghai");
      visit.fill("budget:amount", "250").fill("budget:characters", "100000");
      visit.look("budgets-new").click("budget:create");
      assertThat(visit.notices()).containsText("budget is set");
      visit.lookInBoth("budget-total");
      visit.open("/budget.xhtml?id=" + client.budget()).lookInBoth("budget-month");
      visit.fill("budget:amount", "500").fill("budget:alerts", "90").click("budget:save");
      assertThat(visit.notices()).containsText("budget is set");
      assertThat(visit.id("page")).containsText("500");
    }
  }

  @Test
  void unknownSpeech_isSettledOnItsPage() {
    Company.Client client = timbre.company().client("100");
    VoiceCase voice = timbre.aDraftVoice().spoken(client);
    timbre.provider().next(Provider.SPEAK, Misfortune.CUT_AFTER);
    String speech = voice.speak(client, "Guten Abend.").expect(502).text("speech");
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(ada()).click("nav-unknown");
      assertThat(visit.id("rows")).containsText(speech);
      visit.lookInBoth("unknown");
      Locator card =
          visit
              .page()
              .locator("section.card")
              .filter(new Locator.FilterOptions().setHasText(speech));
      card.getByLabel("How you know").fill("Bill 7, line 3");
      card.getByText("It was charged").click();
      assertThat(visit.notices()).containsText("Give the amount");
      card.getByLabel("Billed amount").fill("0.01");
      card.getByLabel("How you know").fill("Bill 7, line 3");
      card.getByText("It was charged").click();
      assertThat(visit.notices()).containsText("is settled");
      assertThat(visit.id("rows")).not().containsText(speech);
      visit.look("unknown-settled");
    }
  }

  @Test
  void pricesAndRates_areSetAndShown() {
    String account = account();
    timbre
        .admin()
        .post(
            "provider-accounts/" + account + "/prices",
            Map.of(
                "validFrom",
                "2099-01-01T00:00:00Z",
                "prices",
                Map.of("currency", "CNY", "hd", "3", "turbo", "1.5", "voiceFee", "9.9")))
        .expect(201);
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(ada()).click("nav-prices").choose("rates:account", "Priced");
      visit.fill("rates:requests", "120").fill("rates:characters", "20000").click("rates:set");
      assertThat(visit.notices()).containsText("rate is set");
      visit.lookInBoth("prices");
      timbre.admin().delete("provider-accounts/" + account + "/rates/*").expect(204);
    }
  }

  private String account() {
    Map<String, Object> account =
        Map.of(
            "name",
            "Priced",
            "baseUrl",
            "https://priced.example",
            "keyReference",
            "priced",
            "prices",
            Map.of("currency", "CNY", "hd", "3.5", "turbo", "2", "voiceFee", "9.9"));
    return timbre.admin().post("provider-accounts", account).expect(201).id();
  }

  @Test
  void client_isConfinedAndItsKeyReplaced() {
    Company.Client client = timbre.company().client("100");
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(ada()).open("/client.xhtml?id=" + client.id()).click("bounds-open");
      visit.fill("confine:networks", "10.20.0.0/16\n2001:db8::/32").fill("confine:rate", "600");
      visit.look("client-bounds").click("confine:save");
      assertThat(visit.id("bounds")).containsText("10.20.0.0/16");
      visit.page().getByText("Replace").first().click();
      assertThat(visit.id("key-secret")).isVisible();
      visit.look("client-key-replaced");
      visit.page().keyboard().press("Escape");
      visit.lookInBoth("client-confined");
    }
  }
}
