package dev.timbre.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must be true of every page at any time: no script fails, nothing is asked of the provider
 * and no address of it is shown, no stack trace, nothing that keeps people out (WCAG A and AA), and
 * no page that is wider than a telephone. Complaints are collected, so that one run finds them all.
 */
final class Watch {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final int DESK = 1440;
  private static final int TELEPHONE = 390;
  private static final int HEIGHT = 900;
  private static final int PORTRAIT_HEIGHT = 1158;
  private static final int FAILURE = 400;

  /** Hands every page over, as it stands when it is left. */
  private static final String WITNESS =
      "addEventListener('pagehide', () => window.timbreLeft("
          + "location.pathname, document.documentElement.outerHTML));";

  private final Page page;
  private final String provider;
  private final Set<String> complaints = new LinkedHashSet<>();
  private final Set<Integer> expected = new HashSet<>();

  private Watch(Page page, URI provider) {
    this.page = page;
    this.provider = provider.getAuthority();
  }

  static Watch over(Page page, URI provider) {
    Watch watch = new Watch(page, provider);
    page.onConsoleMessage(watch::heard);
    page.onPageError(error -> watch.complaints.add("script error: " + error));
    page.onResponse(watch::answered);
    page.exposeBinding(
        "timbreLeft", (source, left) -> watch.read((String) left[0], (String) left[1]));
    page.addInitScript(WITNESS);
    return watch;
  }

  void expect(int status) {
    expected.add(status);
  }

  private void heard(ConsoleMessage message) {
    // failed answers are judged by their status
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add("console error: " + message.text() + " at " + message.location());
    }
  }

  private void answered(Response response) {
    if (response.status() >= FAILURE && !expected.contains(response.status())) {
      complaints.add(response.status() + " for " + response.url());
    }
    if (response.url().contains(provider)) {
      complaints.add("asked of the provider: " + response.url());
    }
  }

  /** Reads a page: nothing of it may come from behind the scenes. */
  private Object read(String path, String html) {
    // the one page where administrators write the address down is about nothing else
    if (html.contains(provider) && !path.endsWith("/providers.xhtml")) {
      complaints.add(path + " shows the provider's address");
    }
    if (html.contains("/_media/")) {
      complaints.add(path + " shows an address of the provider's downloads");
    }
    if (html.contains("\tat ") || html.contains("Exception:")) {
      complaints.add(path + " shows a stack trace");
    }
    return null;
  }

  void look(String name) {
    readNow();
    for (int width : List.of(DESK, TELEPHONE)) {
      page.setViewportSize(width, HEIGHT);
      picture(name + "-" + width);
      if (width == TELEPHONE) {
        measure(name);
      }
      accessibility(name + "-" + width);
    }
    page.setViewportSize(DESK, HEIGHT);
  }

  private void readNow() {
    read(URI.create(page.url()).getPath(), page.content());
  }

  private void picture(String name) {
    page.evaluate("document.fonts.ready");
    page.evaluate("scrollTo(0, 0)"); // else the header stands in the middle of the picture
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder().resolve(name + ".png"))
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  void portray(String name) {
    page.evaluate("scrollTo(0, 0)");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder().resolve(name + "-portrait.png"))
            .setFullPage(true)
            .setClip(0, 0, DESK, PORTRAIT_HEIGHT));
  }

  private static Path folder() {
    return Path.of(System.getProperty("timbre.it.directory")).resolveSibling("screenshots");
  }

  private void measure(String name) {
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    int shown = (int) page.evaluate("window.innerWidth");
    if (wide > shown) {
      complaints.add("%s is %d wide on a screen of %d".formatted(name, wide, shown));
    }
  }

  private void accessibility(String name) {
    for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      if (GRAVE.contains(rule.getImpact())) {
        complaints.add("%s: %s (%s) %s".formatted(name, rule.getId(), rule.getHelp(), at(rule)));
      }
    }
  }

  private static String at(Rule rule) {
    return rule.getNodes().stream()
        .map(CheckedNode::getHtml)
        .limit(3)
        .collect(Collectors.joining(" | "));
  }

  /** Fails with everything that was wrong. */
  void end() {
    readNow();
    assertThat(new ArrayList<>(complaints)).as("complaints about the pages").isEmpty();
  }
}
