package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a recording to a voice that speaks, by two people who each do their part in the console. */
@OnRunningTimbre
@OnChromium
class ConsoleIT {

  private static final String ALIAS = "acme.kerstin";
  private static final Pattern VOICE_PAGE = Pattern.compile(".*/voice\\.xhtml\\?id=acme\\.kerstin");
  private static final Pattern PRICE = Pattern.compile(".*\\d+\\.\\d+.*");

  private final RunningTimbre timbre;
  private final Chromium chromium;
  private final Someone curator;
  private final Someone approver;
  private final Someone auditor;

  ConsoleIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
    Timbre admin = timbre.admin();
    String brand = admin.post("brands", Map.of("slug", "acme", "name", "Acme")).expect(201).id();
    this.curator = Someone.with(admin, "Clara Sommer", "curator", brand);
    this.approver = Someone.with(admin, "Wei Zhang", "approver", brand);
    this.auditor = Someone.with(admin, "Amira Haddad", "auditor", null);
  }

  @Test
  void walk_endsWithASpeechInTheAuditLog() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(curator).lookInBoth("overview-empty");
      upload(visit);
      name(visit);
      agree(visit);
      submit(visit);
      visit.signOut();

      visit.signIn(approver).lookInBoth("overview-approver");
      approve(visit);
      accept(visit);
      speak(visit);
      visit.signOut();

      visit.signIn(auditor);
      findInAuditLog(visit);
      visit.signOut();
    }
  }

  /** On a line so slow that there is a progress to see. */
  private static void upload(Visit visit) {
    visit.click("nav-recordings");
    Locator file = visit.id("upload:file_input");
    try (SlowLine line = SlowLine.of(visit.page())) {
      file.setInputFiles(new FilePayload("kerstin.mp3", "audio/mpeg", Company.kerstin()));
      assertThat(visit.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
    }
    Locator report = visit.id("accepted");
    assertThat(report.locator("dl")).containsText("mp3");
    assertThat(report.locator("dl")).containsText("kHz");
    assertThat(report.locator("dl")).containsText("0:10");
    assertThat(report.locator(".waveform svg path.all")).isVisible();
    visit.hear(report.locator("audio"));
    visit.look("recording-uploaded");
    visit.click("use-it");
  }

  private static void name(Visit visit) {
    visit.choose("step1:brand", "Acme (acme)");
    visit.fill("step1:alias", "Not Good").fill("step1:name", "Kerstin");
    visit.choose("step1:language", "German").click("step1:next");
    assertThat(visit.notices()).containsText("alias");
    visit.fill("step1:alias", "kerstin");
    visit.fill("step1:description", "Calm and friendly, for the telephone.");
    visit.look("new-voice-1").click("step1:next");
    assertThat(visit.id("step2:recording").locator("option:checked")).containsText("kerstin.mp3");
    visit.look("new-voice-2").click("step2:next");
  }

  private static void agree(Visit visit) {
    assertThat(visit.id("step3:consent")).containsText("No consent covers this yet");
    visit.fill("consent:talentName", "Kerstin Vogel");
    Locator form = visit.id("consent");
    for (String box : new String[] {"Acme", "Customer service", "Internal review", "Phone"}) {
      form.getByLabel(box, new Locator.GetByLabelOptions().setExact(true)).check();
    }
    visit.fill("consent:territories", "DE").fill("consent:languages", "de");
    visit.fill("consent:statement", "I agree that Acme speaks with my voice on the telephone.");
    visit.look("new-voice-3").click("consent:save");
    assertThat(visit.notices()).containsText("The consent is noted.");
    assertThat(visit.id("step3:consent").locator("option:checked")).containsText("Kerstin Vogel");
    visit.click("step3:next");
  }

  private static void submit(Visit visit) {
    visit.fill("step4:previewText", "Guten Tag, hier spricht Kerstin.");
    visit.look("new-voice-4").click("step4:submit");
    assertThat(visit.page()).hasURL(VOICE_PAGE);
    assertThat(visit.id("alias")).hasText(ALIAS);
    assertThat(visit.id("state")).hasText("Submitted");
    visit.lookInBoth("voice-submitted");
    assertThat(visit.page().getByText("Approve and order the clone")).hasCount(0);
  }

  private static void approve(Visit visit) {
    visit.click("nav-approvals");
    Page page = visit.page();
    Locator card =
        page.locator("section.card", new Page.LocatorOptions().setHasText(ALIAS)).first();
    visit.hear(card.locator("audio").first());
    visit.lookInBoth("approvals");
    card.getByText("Approve and order the clone").click();
    assertThat(page).hasURL(VOICE_PAGE);
    assertThat(visit.id("state")).hasText("Approved");
  }

  /** The page itself notices that the clone is there. */
  private static void accept(Visit visit) {
    Locator confirm = visit.page().getByText("Accept and go live");
    assertThat(confirm).isVisible();
    visit.hear(visit.id("accept-sound").locator("audio"));
    assertThat(visit.page().locator("time.countdown").first()).containsText("day");
    visit.lookInBoth("voice-approved");
    confirm.click();
    assertThat(visit.id("state")).hasText("Live");
  }

  private static void speak(Visit visit) {
    visit.fill("speak:text", "Willkommen bei Acme. Was kann ich für Sie tun?");
    visit.click("speak:submit");
    assertThat(visit.id("speech-cost")).hasText(PRICE);
    visit.hear(visit.id("speech-sound").locator("audio"));
    visit.portray("voice").look("voice-live");
    visit.page().reload();
    assertThat(visit.page().locator(".clone .state")).hasText("Permanent");
    visit.lookInBoth("voice-permanent");
    visit.click("nav-overview").look("overview");
    visit.click("nav-voices");
    visit.fill("list:text", "kerst");
    assertThat(visit.id("list:rows_data")).containsText(ALIAS);
    visit.lookInBoth("voices");
  }

  private void findInAuditLog(Visit visit) {
    visit.click("nav-audit");
    Locator rows = visit.id("list:rows_data");
    visit.choose("list:person", approver.name()).choose("list:action", "Speech");
    assertThat(rows.locator("tr").first()).containsText("speech.speak");
    visit.choose("list:action", "Voice approved");
    assertThat(rows.locator("tr")).hasCount(1);
    assertThat(rows).containsText("voice.approve");
    assertThat(rows).containsText(approver.name());
    visit.choose("list:person", curator.name());
    assertThat(rows).containsText("No entry fits");
    visit.choose("list:action", "All");
    assertThat(rows).containsText("voice.submit");
    visit.lookInBoth("audit");
  }
}
