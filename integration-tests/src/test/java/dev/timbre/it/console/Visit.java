package dev.timbre.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;

/**
 * What one browser window does and sees. Whatever is wrong with any page that it shows (see {@link
 * Watch}) fails the test when the visit ends.
 */
final class Visit implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final Watch watch;

  Visit(BrowserContext context, URI provider) {
    this.context = context;
    this.page = context.newPage();
    this.watch = Watch.over(page, provider);
  }

  Page page() {
    return page;
  }

  Visit open(String path) {
    page.navigate(path);
    return this;
  }

  /** Answers of the server that this test wants; any other answer of that kind is a complaint. */
  Visit expecting(int status) {
    watch.expect(status);
    return this;
  }

  /** An element by its id, with the colons that Faces puts into it. */
  Locator id(String id) {
    return page.locator("[id='" + id + "']");
  }

  Visit fill(String id, String text) {
    id(id).fill(text);
    return this;
  }

  Visit choose(String id, String label) {
    id(id).selectOption(new SelectOption().setLabel(label));
    return this;
  }

  Visit click(String id) {
    id(id).click();
    return this;
  }

  Locator notices() {
    return id("notices");
  }

  Visit signIn(Someone someone) {
    open("/sign-in.xhtml");
    submit(someone);
    assertThat(id("profile")).hasText(someone.name());
    return this;
  }

  /** Fills the sign-in form that is on the page. */
  Visit submit(Someone someone) {
    return fill("sign-in:username", someone.username())
        .fill("sign-in:password", someone.password())
        .click("sign-in:submit");
  }

  Visit signOut() {
    click("session:sign-out");
    assertThat(id("sign-in:username")).isVisible();
    return this;
  }

  /** As when nobody touched the page for longer than a session lives. */
  Visit loseSession() {
    context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("TIMBRE_SESSION"));
    return this;
  }

  Visit chinese() {
    click("language:chinese");
    assertThat(id("language:chinese")).isDisabled();
    return this;
  }

  Visit english() {
    click("language:english");
    assertThat(id("language:english")).isDisabled();
    return this;
  }

  /** Looks at the page as it is now, on a desk and on a telephone. */
  Visit look(String name) {
    watch.look(name);
    return this;
  }

  /** Takes a picture of what stands at the top of the page, for those who read about it. */
  Visit portray(String name) {
    watch.portray(name);
    return this;
  }

  /** Looks at the page in English and in Chinese. */
  Visit lookInBoth(String name) {
    look(name);
    chinese();
    look(name + "-zh");
    return english();
  }

  /** Waits until a player has really read its sound, and lets it play a little. */
  Visit hear(Locator audio) {
    audio.scrollIntoViewIfNeeded();
    page.waitForFunction(
        "audio => audio.readyState >= 1 && isFinite(audio.duration) && audio.duration > 0.2",
        audio.elementHandle());
    audio.evaluate("audio => audio.play()");
    page.waitForFunction("audio => audio.currentTime > 0.1", audio.elementHandle());
    audio.evaluate("audio => audio.pause()");
    return this;
  }

  @Override
  public void close() {
    try {
      watch.end();
    } finally {
      context.close();
    }
  }
}
