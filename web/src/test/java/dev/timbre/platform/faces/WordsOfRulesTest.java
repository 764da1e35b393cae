package dev.timbre.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever rule says no, its readers can read why. */
class WordsOfRulesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  /** Where a rule is named, as the first thing that a failure is told. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:new (?:Invalid|Conflict|NotFound|NotAllowed|LimitExceeded|Unavailable"
              + "|UpstreamFailure|ProviderFault)|super)"
              + "\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"\\s*,");

  @Test
  void everyRule_hasATitleInBothLanguages() throws IOException {
    Set<String> rules = rules();
    assertThat(rules).contains("two-people-needed", "budget-exhausted").hasSizeGreaterThan(180);
    for (String language : List.of("", "_zh")) {
      Set<String> titles = titles(language);
      assertThat(rules).as(language).allMatch(rule -> titles.contains("error." + rule));
    }
  }

  @Test
  void everySentence_belongsToARule() throws IOException {
    Set<String> titles = titles("");
    assertThat(texts("details_zh").stringPropertyNames())
        .filteredOn(rule -> !"not-found".equals(rule))
        .allMatch(rule -> titles.contains("error." + rule));
  }

  /** A sentence with a place that the rule never fills would always be told in English. */
  @Test
  void everyPlaceOfASentence_isFilledSomewhere() throws IOException {
    Properties sentences = texts("details_zh");
    List<String> sources = sources();
    Set<String> unfilled = new TreeSet<>();
    for (String rule : sentences.stringPropertyNames()) {
      boolean named =
          sources.stream().anyMatch(s -> s.contains('"' + rule + '"') && s.contains("about("));
      if (sentences.getProperty(rule).contains("{0}") && !named) {
        unfilled.add(rule);
      }
    }
    assertThat(unfilled).isEmpty();
  }

  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    for (String source : sources()) {
      Matcher named = NAMED.matcher(source);
      while (named.find()) {
        rules.add(named.group(1));
      }
    }
    return rules;
  }

  private static List<String> sources() throws IOException {
    List<String> all = new ArrayList<>();
    for (String module : List.of("../persistence", "../ejb", ".")) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          all.add(Files.readString(file));
        }
      }
    }
    return all;
  }

  private static Set<String> titles(String language) throws IOException {
    Set<String> titles = new TreeSet<>(texts("codes" + language).stringPropertyNames());
    titles.addAll(texts("messages" + language).stringPropertyNames());
    return titles;
  }

  private static Properties texts(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
