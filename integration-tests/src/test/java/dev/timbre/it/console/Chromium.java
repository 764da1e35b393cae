package dev.timbre.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.timbre.it.system.RunningTimbre;
import java.nio.file.Path;
import java.util.Optional;

/** A browser that runs; every visit sees a fresh profile of it. */
final class Chromium implements AutoCloseable {

  /** Far more than any page takes, so that a busy machine fails no test. */
  private static final int PATIENCE = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Optional<Path> executable = Browsers.find();
    Playwright playwright = Browsers.playwright();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Chromium(playwright, Browsers.launch(playwright, executable));
  }

  /** Somebody nobody knows yet, who reads English. */
  Visit visit(RunningTimbre timbre) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(timbre.uri().toString())
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(1440, 900));
    context.setDefaultTimeout(PATIENCE);
    return new Visit(context, timbre.provider().address());
  }

  @Override
  public void close() {
    playwright.close();
  }
}
