package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who comes in, who stays out, and what they read then. */
@OnRunningTimbre
@OnChromium
class ConsoleDoorIT {

  private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in\\.xhtml.*");

  private final RunningTimbre timbre;
  private final Chromium chromium;

  ConsoleDoorIT(RunningTimbre timbre, Chromium chromium) {
    this.timbre = timbre;
    this.chromium = chromium;
  }

  private Someone curator() {
    return Someone.with(timbre.admin(), "Clara Sommer", "curator", timbre.company().brand());
  }

  @Test
  void wrongPassword_isToldPlainly() {
    Someone clara = curator();
    try (Visit visit = chromium.visit(timbre)) {
      visit.open("/sign-in.xhtml").lookInBoth("sign-in");
      visit.submit(new Someone(clara.id(), clara.username(), clara.name(), "not the password"));
      assertThat(visit.notices()).containsText("User name or password is not right");
      assertThat(visit.id("sign-in:password")).hasValue("");
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.look("sign-in-refused");
    }
  }

  @Test
  void missingInput_isToldAtItsField() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.open("/sign-in.xhtml").click("sign-in:submit");
      assertThat(visit.page().locator(".field-error")).hasCount(2);
      visit.look("sign-in-empty");
    }
  }

  @Test
  void pageWithoutSignIn_opensAfterIt() {
    VoiceCase voice = timbre.aDraftVoice();
    String address = "/voice.xhtml?id=" + voice.alias();
    try (Visit visit = chromium.visit(timbre)) {
      visit.open(address);
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.submit(curator());
      assertThat(visit.page()).hasURL(timbre.uri() + address);
      assertThat(visit.id("alias")).hasText(voice.alias());
    }
  }

  @Test
  void foreignTarget_isNotFollowed() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.open("/sign-in.xhtml?from=%2F%2Fexample.com%2F").submit(curator());
      assertThat(visit.page()).hasURL(timbre.uri() + "/index.xhtml");
    }
  }

  @Test
  void endedSession_leadsToSignInAndBack() {
    try (Visit visit = chromium.visit(timbre)) {
      Someone clara = curator();
      visit.signIn(clara).open("/voices.xhtml").loseSession();
      visit.click("nav-recordings");
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.submit(clara);
      assertThat(visit.page()).hasURL(timbre.uri() + "/recordings.xhtml");
    }
  }

  @Test
  void endedSession_leadsToSignInFromAFormToo() {
    try (Visit visit = chromium.visit(timbre)) {
      Someone clara = curator();
      visit.signIn(clara).open("/voices.xhtml").loseSession();
      visit.choose("list:state", "Live");
      assertThat(visit.page()).hasURL(SIGN_IN);
      visit.submit(clara);
      assertThat(visit.id("profile")).hasText(clara.name());
    }
  }

  @Test
  void curator_isNotLedToAdministrationAndRefusedThere() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(curator()).expecting(403);
      assertThat(visit.id("nav-approvals")).hasCount(0);
      for (String page : new String[] {"people", "clients", "providers", "audit"}) {
        assertThat(visit.id("nav-" + page)).hasCount(0);
        visit.open("/" + page + ".xhtml");
        assertThat(visit.page().locator("h1")).hasText("This page is not open to you");
      }
      visit.lookInBoth("error-forbidden");
    }
  }

  @Test
  void missingPage_isToldPlainly() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(curator()).expecting(404);
      visit.open("/voice.xhtml?id=nobody.knows");
      assertThat(visit.page().locator("h1")).hasText("There is nothing here");
      visit.open("/nothing.xhtml");
      assertThat(visit.page().locator("h1")).hasText("There is nothing here");
      visit.look("error-missing");
    }
  }

  @Test
  void language_staysAsChosen() {
    try (Visit visit = chromium.visit(timbre)) {
      Someone clara = curator();
      visit.signIn(clara).open("/voices.xhtml?state=LIVE").chinese();
      assertThat(visit.page()).hasURL(timbre.uri() + "/voices.xhtml?state=LIVE");
      visit.click("nav-recordings");
      assertThat(visit.page().locator("html")).hasAttribute("lang", "zh-CN");
      visit.signOut();
      assertThat(visit.page().locator("h1")).hasText("登录");
      visit.signIn(clara);
      assertThat(visit.page().locator("html"))
          .hasAttribute("lang", "zh-CN", new HasAttributeOptions().setIgnoreCase(true));
    }
  }

  @Test
  void whatIsTyped_staysWhenTheLanguageChanges() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.signIn(Someone.with(timbre.admin(), "Ada Okafor", "admin", null));
      visit.open("/people.xhtml").click("new-person-open");
      visit.fill("person:username", "half.done").fill("person:displayName", "Half Done").chinese();
      assertThat(visit.id("person:username")).hasValue("half.done");
      assertThat(visit.id("person:displayName")).isVisible();
      assertThat(visit.id("person:displayName")).hasValue("Half Done");
      visit.open("/people.xhtml");
      assertThat(visit.id("person:username")).hasValue("");
    }
  }

  @Test
  void password_isNotKeptWhenTheLanguageChanges() {
    try (Visit visit = chromium.visit(timbre)) {
      visit.open("/sign-in.xhtml").fill("sign-in:username", "clara");
      visit.fill("sign-in:password", "nine slow rivers").chinese();
      assertThat(visit.id("sign-in:username")).hasValue("clara");
      assertThat(visit.id("sign-in:password")).hasValue("");
    }
  }

  @Test
  void ruleOfAService_isToldInTheReadersLanguage() {
    try (Visit visit = chromium.visit(timbre)) {
      Someone ada = Someone.with(timbre.admin(), "Ada Okafor", "admin", null);
      visit.signIn(ada).open("/people.xhtml").chinese().click("new-person-open");
      visit.fill("person:username", ada.username()).fill("person:displayName", "Ada");
      visit.click("person:create");
      assertThat(visit.notices().locator(".ui-messages-error-summary")).hasText("用户名已被占用");
      assertThat(visit.notices().locator(".ui-messages-error-detail")).hasText("已有此用户名的人。");
      visit.look("refused-zh");
    }
  }

  @Test
  void keyboard_isEnoughToSignIn() {
    try (Visit visit = chromium.visit(timbre)) {
      Someone clara = curator();
      Page page = visit.open("/sign-in.xhtml").page();
      assertThat(visit.id("sign-in:username")).isFocused();
      page.keyboard().type(clara.username());
      page.keyboard().press("Tab");
      assertThat(visit.id("sign-in:password")).isFocused();
      page.keyboard().type(clara.password());
      page.keyboard().press("Tab");
      assertThat(visit.id("sign-in:submit")).isFocused();
      page.keyboard().press("Space");
      assertThat(visit.id("profile")).hasText(clara.name());
      page.keyboard().press("Tab");
      page.keyboard().press("Enter"); // the link that skips the navigation
      assertThat(visit.id("content")).isFocused();
    }
  }
}
