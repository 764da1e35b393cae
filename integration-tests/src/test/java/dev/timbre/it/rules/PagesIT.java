package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Browser;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every page by its address: who may open it stands in a table, and what it sends along is safe.
 */
@OnRunningTimbre
class PagesIT {

  private static final String PASSWORD = "nine slow rivers " + UUID.randomUUID();
  private static final Pattern NONCE = Pattern.compile("script-src[^;]* 'nonce-[^']{16,}'");
  private static final Pattern INLINE =
      Pattern.compile("<[^>]+ on[a-z]+=|<script(?![^>]*(?: src=| nonce=))[^>]*>|javascript:");

  private static final Map<String, Browser> READERS = new LinkedHashMap<>();
  private static VoiceCase voice;
  private static Company company;
  private static Company.Client client;

  @BeforeAll
  static void oneOfEach(RunningTimbre timbre) {
    company = timbre.company();
    voice = timbre.aDraftVoice();
    client = company.client("1");
    READERS.put("nobody", new Browser(timbre.uri()));
    for (String role : List.of("curator", "approver", "auditor", "admin")) {
      READERS.put(role, reader(timbre, role));
    }
  }

  private static Browser reader(RunningTimbre timbre, String role) {
    Timbre admin = timbre.admin();
    String name = "page-" + role + "-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> person =
        Map.of("username", name, "displayName", name, "password", PASSWORD);
    String id = admin.post("people", person).expect(201).id();
    admin.post("grants", Map.of("person", id, "role", role)).expect(201);
    return new Browser(timbre.uri()).signIn(name, PASSWORD).expectPath("/index.xhtml");
  }

  private static String address(String row) {
    String[] parts = row.split("\\?", 2);
    String query = parts.length == 1 ? "" : "?" + parts[1];
    return ("/" + parts[0] + ".xhtml" + query)
        .replace("{client}", client.id())
        .replace("{budget}", client.budget())
        .replace("{random}", UUID.randomUUID().toString())
        .replace("{consent}", voice.consent())
        .replace("{person}", company.curator().id())
        .replace("{recording}", company.recording())
        .replace("{voice}", voice.alias());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/pages.csv", delimiter = '|', numLinesToSkip = 1)
  void page_isOpenToThoseWhoMay(String row, String open) {
    String address = address(row);
    String path = address.split("\\?")[0];
    Set<String> in = new TreeSet<>();
    READERS.forEach(
        (role, browser) -> {
          browser.open(address);
          assertThat(browser.status()).as(role).isIn(200, 403, 404);
          assertSafe(browser);
          // who may not come is told so before anything is looked for
          if (browser.status() != 403 && browser.address().getPath().equals(path)) {
            in.add(role);
          }
        });
    assertThat(in).isEqualTo(new TreeSet<>(Arrays.asList(open.split(" "))));
  }

  private static void assertSafe(Browser browser) {
    String policy = browser.header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'")
        .contains("form-action 'self'", "frame-ancestors 'none'")
        // the component library writes style attributes; no style element may say anything
        .contains("style-src 'self'; style-src-attr 'unsafe-inline';")
        .containsPattern(NONCE);
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe", "*");
    assertThat(browser.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(browser.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(browser.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(browser.header("Permissions-Policy")).contains("camera=()");
    assertThat(browser.header("X-Powered-By")).isNull();
    assertThat(browser.header("Server")).isNull();
    assertThat(INLINE.matcher(browser.body()).results().map(r -> r.group()).toList()).isEmpty();
  }

  @Test
  void everyPage_standsInTheTable() throws IOException {
    Path pages = Path.of(System.getProperty("timbre.modules"), "web/src/main/webapp");
    Set<String> there;
    try (Stream<Path> files = Files.list(pages)) {
      there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".xhtml"))
              .map(name -> name.replace(".xhtml", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    String table =
        new String(
            PagesIT.class.getResourceAsStream("/pages.csv").readAllBytes(), StandardCharsets.UTF_8);
    Set<String> rows =
        table.lines().skip(1).map(line -> line.split("[?|]")[0]).collect(Collectors.toSet());
    there.removeAll(rows);
    assertThat(there).as("pages of which nobody said who may open them").isEmpty();
  }

  @Test
  void dataAndFiles_areNoDocuments(RunningTimbre timbre) {
    for (String path : List.of("/api/v1/voices", "/health/live")) {
      assertThat(timbre.admin().get(path).header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }
  }
}
