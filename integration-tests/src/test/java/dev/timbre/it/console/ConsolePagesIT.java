package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** The pages that the walk does not pass, each looked at. */
@OnRunningTimbre
@OnChromium
class ConsolePagesIT {

  private final RunningTimbre timbre;
  private final Chromium chromium;

  ConsolePagesIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  private Someone somebody(String name, String role) {
    return Someone.with(timbre.admin(), name, role, null);
  }

  @Test
  void rejectedUpload_tellsRuleMeasureLimitAndRemedy() throws IOException {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Clara Sommer", "curator")).click("nav-recordings");
      visit
          .id("upload:file_input")
          .setInputFiles(new FilePayload("short.wav", "audio/wav", seconds(3)));
      assertThat(visit.id("rejection")).containsText("short.wav was not accepted");
      assertThat(visit.id("rejection")).containsText("The recording is too short");
      assertThat(visit.id("rejection").locator("dd").nth(0)).hasText(Pattern.compile(".*3.*s.*"));
      assertThat(visit.id("rejection").locator("dd").nth(1)).hasText(Pattern.compile(".*10.*s.*"));
      assertThat(visit.id("rejection").locator("dd").nth(2)).containsText("Record more");
      visit.look("recording-rejected");
    }
  }

  @Test
  void rejectedUpload_isToldInChineseOnAChinesePage() throws IOException {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "curator")).click("nav-recordings").chinese();
      visit
          .id("upload:file_input")
          .setInputFiles(new FilePayload("short.wav", "audio/wav", seconds(3)));
      assertThat(visit.id("rejection")).containsText("录音太短");
      assertThat(visit.id("rejection").locator("dd").nth(0)).hasText("3.000 秒");
      assertThat(visit.id("rejection").locator("dd").nth(1)).hasText("不短于 10 秒");
      assertThat(visit.id("rejection").locator("dd").nth(2)).hasText("请录制更长的内容，或用于其他用途。");
      visit.look("recording-rejected-zh");
    }
  }

  /** A quiet hum. */
  private static byte[] seconds(int length) throws IOException {
    int rate = 16_000;
    byte[] samples = new byte[rate * length * 2];
    for (int i = 0; i < samples.length / 2; i++) {
      int value = (int) (8000 * Math.sin(2 * Math.PI * 220.0 * i / rate));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (AudioInputStream sound =
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
    }
    return file.toByteArray();
  }

  @Test
  void pagesOfCurators_areWell() {
    VoiceCase voice = timbre.aDraftVoice();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Clara Sommer", "curator"));
      visit.open("/voice.xhtml?id=" + voice.alias()).look("voice-draft");
      visit.open("/new-voice.xhtml").lookInBoth("new-voice");
      visit.open("/recordings.xhtml").lookInBoth("recordings");
      visit.open("/recording.xhtml?id=" + timbre.company().recording()).lookInBoth("recording");
      visit.open("/consents.xhtml").lookInBoth("consents");
      visit.click("new-consent-open").look("consents-new");
      visit.open("/consent.xhtml?id=" + voice.consent()).click("withdraw-open");
      visit.lookInBoth("consent");
      visit.open("/profile.xhtml").lookInBoth("profile");
    }
  }

  @Test
  void pagesOfApprovers_areWell() {
    VoiceCase rejectable = timbre.aDraftVoice().submitted();
    VoiceCase hearable = timbre.aClonedVoice();
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Wei Zhang", "approver"));
      visit.open("/index.xhtml").lookInBoth("overview-busy");
      visit.open("/approvals.xhtml").look("approvals-both");
      visit.open("/voice.xhtml?id=" + hearable.alias()).look("voice-to-hear");
      visit.open("/voice.xhtml?id=" + rejectable.alias());
      visit.page().locator("summary").getByText("Reject").click();
      visit.fill("reject:reason", "Too quiet.").click("reject:confirm");
      assertThat(visit.id("state")).hasText("Rejected");
      assertThat(visit.id("next")).containsText("Too quiet.");
      visit.look("voice-rejected");
    }
  }

  @Test
  void pagesOfAdministrators_areWell() {
    Company.Client client = timbre.company().client("100");
    timbre.aDraftVoice().spoken(client);
    try (Visit visit = chromium.visit(timbre)) {
      Someone ada = somebody("Ada Okafor", "admin");
      visit.signIn(ada).lookInBoth("overview-admin");
      visit.click("nav-people").lookInBoth("people");
      visit.open("/person.xhtml?id=" + ada.id()).lookInBoth("person");
      visit.click("nav-brands").lookInBoth("brands");
      visit.click("nav-clients").lookInBoth("clients");
      visit.open("/client.xhtml?id=" + client.id()).lookInBoth("client");
      visit.click("nav-providers").lookInBoth("providers");
      visit.click("nav-audit").look("audit-all");
    }
  }

  @Test
  void providerAccount_isCheckedAtOnce() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Ada Okafor", "admin")).click("nav-providers");
      visit.page().getByText("Check now").first().click();
      assertThat(visit.notices()).containsText("was checked");
      visit.look("providers-checked");
    }
  }

  @Test
  void key_isShownOnce() {
    Company.Client client = timbre.company().client("10");
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(somebody("Ada Okafor", "admin")).open("/client.xhtml?id=" + client.id());
      visit.click("key-open").fill("key:label", "Telephone system");
      visit.id("key:scopes").getByLabel("Speak").check();
      visit.click("key:issue");
      assertThat(visit.id("key-secret")).isVisible();
      String secret = visit.id("key-secret").textContent().strip();
      visit.look("client-key");
      visit.page().keyboard().press("Escape");
      assertThat(visit.id("key-secret")).isHidden();
      visit.page().reload();
      assertThat(visit.id("keys")).containsText("Telephone system");
      assertThat(visit.page().locator("body")).not().containsText(secret);
    }
  }
}
