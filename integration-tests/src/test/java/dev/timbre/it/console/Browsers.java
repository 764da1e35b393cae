package dev.timbre.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the browser comes from: the one that is named, else a Chromium or Chrome of the system,
 * else Debian's package where it may be installed, else Playwright's own download. Without any of
 * them the tests fail; they never skip.
 */
final class Browsers {

  /** Names the browser: a system property, or an environment variable in capitals. */
  static final String SETTING = "timbre.test.browser";

  private static final int A_MOMENT = 20;
  private static final int A_DOWNLOAD = 900;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/usr/bin",
          "/usr/local/bin",
          "/usr/lib/chromium",
          "/opt/google/chrome",
          "/snap/bin",
          "/Applications/Google Chrome.app/Contents/MacOS",
          "/Applications/Chromium.app/Contents/MacOS");
  private static final List<String> MAC_NAMES = List.of("Google Chrome", "Chromium");

  private Browsers() {}

  /** An executable, or empty when it is Playwright's own, which is downloaded by then. */
  static Optional<Path> find() {
    Optional<Path> named = named();
    if (named.isPresent()) {
      return named;
    }
    Optional<Path> installed = installed();
    if (installed.isEmpty() && DebianPackages.install("chromium", "fonts-wqy-zenhei")) {
      installed = installed();
    }
    if (installed.isEmpty() && !downloaded()) {
      throw new IllegalStateException(
          "There is no browser for the browser tests: no Chromium or Chrome on this machine, "
              + "Debian's package could not be installed, and Playwright's download failed. "
              + "Install Chromium, or name a browser with -D"
              + SETTING
              + "=/path/to/it.");
    }
    return installed;
  }

  private static Optional<Path> named() {
    String variable = SETTING.toUpperCase(Locale.ROOT).replace('.', '_');
    String name = System.getProperty(SETTING, System.getenv(variable));
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    Path path = Path.of(name);
    if (!works(path)) {
      throw new IllegalStateException(
          "%s names %s, which is no browser that runs.".formatted(SETTING, name));
    }
    return Optional.of(path);
  }

  private static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<String> folders =
        Stream.concat(Arrays.stream(path.split(File.pathSeparator)), PLACES.stream());
    return folders
        .filter(folder -> !folder.isBlank())
        .distinct()
        .flatMap(
            folder ->
                Stream.concat(NAMES.stream(), MAC_NAMES.stream())
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .filter(Browsers::works)
        .findFirst();
  }

  /** Some distributions put a script there that only says how to get a browser. */
  private static boolean works(Path executable) {
    return Shell.succeeds(A_MOMENT, executable.toString(), "--version");
  }

  /** In a program of its own, because the installer ends the one that it runs in. */
  private static boolean downloaded() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install"));
    if (DebianPackages.isRoot()) {
      command.add("--with-deps"); // the libraries that a bare machine lacks
    }
    command.add("chromium");
    return Shell.runs(A_DOWNLOAD, Map.of(), command);
  }

  /** Never downloads by itself: that is the last resort, and has happened by then. */
  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser launch(Playwright playwright, Optional<Path> executable) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--autoplay-policy=no-user-gesture-required",
                // a microphone that beeps, and nobody to ask whether it may be used
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream"));
    if (DebianPackages.isRoot()) {
      arguments.add("--no-sandbox");
    }
    LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(arguments);
    executable.ifPresent(options::setExecutablePath);
    return playwright.chromium().launch(options);
  }
}
