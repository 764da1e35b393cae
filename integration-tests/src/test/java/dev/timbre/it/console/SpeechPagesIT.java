package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.timbre.it.client.Answer;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Speeches, receipts and labels in the console. */
@OnRunningTimbre
@OnChromium
class SpeechPagesIT {

  private final RunningTimbre timbre;
  private final Chromium chromium;

  SpeechPagesIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  private Someone somebody(String name, String role) {
    return Someone.with(timbre.admin(), name, role, null);
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "audio/mpeg", bytes);
  }

  @Test
  void speechFromTheVoicesPage_leadsToItsReceipt() {
    VoiceCase voice = timbre.aLiveVoice();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Clara Sommer", "curator")).open("/voice.xhtml?id=" + voice.alias());
      visit.fill("speak:text", "Guten Abend.").click("speak:submit");
      visit.click("speech-more");
      assertThat(visit.id("genuine")).containsText("unaltered");
      assertThat(visit.id("receipt")).containsText("Internal");
      assertThat(visit.id("label")).containsText("Written into the file");
      visit.hear(visit.page().locator("#sound audio"));
      visit.lookInBoth("speech");
    }
  }

  @Test
  void clip_isRecognisedClaimedOrNotOurs() {
    Company.Client client = timbre.company().client("100");
    Answer spoken = timbre.aLiveVoice().speak(client, "Guten Abend.").expect(200);
    byte[] cut = Arrays.copyOf(spoken.bytes(), spoken.bytes().length - 100);
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Otto Auditor", "auditor")).click("nav-receipts");
      visit.lookInBoth("receipts");
      visit.id("clip:file_input").setInputFiles(file("heard.mp3", spoken.bytes()));
      assertThat(visit.id("ours")).containsText("we made this");
      visit.look("clip-ours");
      visit.id("clip:file_input").setInputFiles(file("cut.mp3", cut));
      assertThat(visit.id("claimed")).containsText("proves nothing");
      visit.look("clip-claimed");
      visit.id("clip:file_input").setInputFiles(file("other.mp3", Company.kerstin()));
      assertThat(visit.id("not-ours")).containsText("does not prove");
      visit.look("clip-not-ours");
      visit.click("digest-open").fill("digest:sha256", "0".repeat(64)).click("digest:look");
      assertThat(visit.id("not-ours")).isVisible();
    }
  }

  @Test
  void labellingPolicy_isDecided() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Ada Okafor", "admin")).click("nav-labelling");
      assertThat(visit.id("in-force")).containsText("China");
      assertThat(visit.id("in-force")).containsText(Pattern.compile("1 Sept? 2025 .China Time."));
      assertThat(visit.id("in-force")).containsText("2 Aug 2026 (Central European Time)");
      assertThat(visit.id("in-force")).containsText("27 countries");
      visit.lookInBoth("labelling");
      visit.click("new-policy-open").fill("policy:territory", "KR").fill("policy:note", "AI Act");
      visit.look("labelling-new");
      visit.click("policy:decide");
      assertThat(visit.notices()).containsText("Decided for South Korea");
      assertThat(visit.id("in-force")).containsText("South Korea");
    }
  }

  @Test
  void labellingPolicyForTheUnion_isDecidedInOneStepAndShownAsOne() {
    String note = "Stricter " + UUID.randomUUID();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Ada Okafor", "admin")).click("nav-labelling");
      visit.click("new-policy-open").fill("policy:territory", "eu").fill("policy:note", note);
      visit.click("policy:decide");
      assertThat(visit.notices()).containsText("Decided for European Union");
      assertThat(visit.page().locator("#in-force tr", new Page.LocatorOptions().setHasText(note)))
          .hasCount(1);
      visit.lookInBoth("labelling-union");
    }
  }
}
