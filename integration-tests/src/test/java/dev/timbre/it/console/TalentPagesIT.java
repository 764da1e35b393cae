package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Captured;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A talent with a telephone and no account; the browser's microphone is not a real one. */
@OnRunningTimbre
@OnChromium
class TalentPagesIT {

  private static final Pattern SOME_SECONDS = Pattern.compile("0:(0[4-9]|[1-5][0-9])");

  private final RunningTimbre timbre;
  private final Chromium chromium;
  private final Company company;
  private final Timbre curator;

  TalentPagesIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
    this.company = timbre.company();
    this.curator = company.curator().calls();
  }

  private Captured asked() {
    return Captured.of(company, timbre.anybody());
  }

  /** The address on this page's site; the hash holds the token. */
  private String page(String url, String language) {
    return url.replaceFirst("^https?://[^/]+", "").replaceFirst("lang=\\w+", "lang=" + language);
  }

  private static void record(Visit visit) {
    visit.page().context().grantPermissions(List.of("microphone"));
    visit.click("record");
    assertThat(visit.id("time")).hasText(SOME_SECONDS);
    visit.click("stop");
    assertThat(visit.id("agree")).isEnabled();
  }

  @Test
  void talent_readsRecordsAgreesAndWithdraws() {
    Captured asked = asked();
    try (Visit visit = chromium.visit(timbre)) {
      visit.open(page(asked.url(), "en"));
      assertThat(visit.id("statement")).containsText("Kerstin");
      assertThat(visit.page().locator("nav")).hasCount(0);
      // the browser is in Berlin, the days are those of the statement
      assertThat(visit.page().locator("[data-fill=validity]"))
          .containsText("Coordinated Universal Time");
      visit.look("talent-capture");
      visit.page().locator("[data-language=zh]").click();
      assertThat(visit.id("record")).hasText("开始录音");
      visit.look("talent-capture-zh");
      record(visit);
      visit.look("talent-recorded-zh");
      visit.click("agree");
      Locator later = visit.id("later");
      assertThat(later).isVisible();
      visit.look("talent-agreed-zh");
      assertThat(visit.page().url()).doesNotContain("tml_");
      String mine = later.getAttribute("href");
      assertThat(curator.get("captures/" + asked.id()).text("state")).isEqualTo("confirmed");

      visit.open(page(mine, "en"));
      assertThat(visit.id("in-force")).isVisible();
      visit.look("talent-standing");
      visit.click("withdraw-open").click("withdraw");
      assertThat(visit.id("withdrawn")).isVisible();
      visit.look("talent-withdrawn");
    }
    String consent = curator.get("captures/" + asked.id()).text("consent");
    assertThat(curator.get("consents/" + consent).json().path("inForce").asBoolean()).isFalse();
  }

  @Test
  void usedLink_saysSoPlainly() {
    Captured asked = asked().recorded();
    asked.confirm().expect(200);
    try (Visit visit = chromium.visit(timbre).expecting(409).expecting(404)) {
      visit.open(page(asked.url(), "en"));
      assertThat(visit.id("gone")).containsText("This link was used");
      assertThat(visit.id("question")).isHidden();
      visit.look("talent-used");
      visit.open("/capture.xhtml#tml_nothing");
      visit.page().reload();
      assertThat(visit.id("gone")).containsText("This link opens nothing");
    }
  }

  @Test
  void talent_declines() {
    Captured asked = asked();
    try (Visit visit = chromium.visit(timbre)) {
      visit.open(page(asked.url(), "en"));
      visit.page().locator("#decline-box summary").click();
      visit.fill("reason", "Not my brand.").click("decline");
      assertThat(visit.id("declined")).isVisible();
      visit.look("talent-declined");
    }
    assertThat(curator.get("captures/" + asked.id()).text("reason")).isEqualTo("Not my brand.");
  }

  @Test
  void talentsPages_areNobodyElses() {
    Answer answer = timbre.anybody().get("/capture.xhtml");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Robots-Tag")).contains("noindex");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Permissions-Policy")).contains("microphone=(self)");
    assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self' 'nonce-");
    assertThat(answer.body()).contains("no-referrer").doesNotContain("id=\"navigation\"");
  }

  @Test
  void curator_writesAStatementAndAsksThroughALink() {
    Captured.of(company, timbre.anybody());
    Someone clara = Someone.with(timbre.admin(), "Clara Sommer", "curator", company.brand());
    try (Visit visit = chromium.visit(timbre).signIn(clara)) {
      visit.open("/statements.xhtml").lookInBoth("statements");
      visit.click("new-statement-open").choose("statement:brand", "Brand " + company.slug());
      visit.choose("statement:locale", "German");
      assertThat(visit.id("statement:text")).hasValue(Pattern.compile("\\{nonce\\}"));
      visit.click("statement:save");
      assertThat(visit.notices()).containsText("The statement is saved");

      visit.open("/consents.xhtml").click("new-consent-open");
      visit.fill("consent:talentName", "Tilda Talent");
      visit.page().locator("[id='consent:brands'] input").first().check();
      visit.page().locator("[id='consent:purposes'] input").first().check();
      visit.page().locator("[id='consent:channels'] input").first().check();
      visit.fill("consent:languages", "de");
      visit.id("consent:statementId").selectOption(new SelectOption().setIndex(1));
      visit.look("consents-ask");
      visit.click("consent:ask");
      Locator link = visit.id("capture-url");
      assertThat(link).containsText("/capture.xhtml?lang=");
      assertThat(Captured.with(timbre.anybody(), link.textContent()).get("link").status())
          .isEqualTo(200);
      visit.look("consents-link");
    }
  }

  @Test
  void consentPage_showsEvidenceHistoryAndDeletions() {
    VoiceCase voice = timbre.aLiveVoice();
    Captured asked = asked().recorded();
    asked.confirm().expect(200);
    String captured = curator.get("captures/" + asked.id()).text("consent");
    curator.post("consents/" + voice.consent() + "/withdrawal", Map.of()).expect(200);
    voice.awaitClone("deleted");
    Someone clara = Someone.with(timbre.admin(), "Clara Sommer", "curator", company.brand());
    try (Visit visit = chromium.visit(timbre).signIn(clara)) {
      visit.open("/consent.xhtml?id=" + captured);
      visit.hear(visit.page().locator("#evidence audio").first());
      visit.lookInBoth("consent-captured");
      visit.click("extend-open").look("consent-extend");
      visit.open("/consent.xhtml?id=" + voice.consent());
      assertThat(visit.id("content")).containsText("Deletion confirmed by the provider");
      visit.look("consent-withdrawn");
      visit.open("/consents.xhtml").choose("list:standing", "Withdrawn");
      assertThat(visit.page().locator("[id='list:rows'] tbody tr").first()).isVisible();
      visit.lookInBoth("consents");
    }
  }
}
