package dev.timbre.provider.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.doctor.Verdict;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.StreamFailed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider is known to answer, its readers can read what it means and what to do. */
class WordsOfFaultsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path USE_CASES = Path.of("../ejb/src/main/java");

  /** Where Timbre itself says why nothing came of a call. */
  private static final Pattern OWN = Pattern.compile("new ProviderFault\\(\\s*\"([a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"codes", "codes_zh"})
  void everyKnownFault_saysWhatItMeansAndWhatToDo(String bundle) throws IOException {
    Set<String> texts = texts(bundle).stringPropertyNames();
    assertThat(codes()).contains("2037", "stream-cut", "deadline-passed").hasSizeGreaterThan(50);
    assertThat(codes())
        .allMatch(code -> texts.contains("error." + code))
        .allMatch(code -> texts.contains("fault." + code));
  }

  /** A code that nobody documents gets no words: nothing is made up. */
  @ParameterizedTest
  @ValueSource(strings = {"codes", "codes_zh"})
  void everyRemedy_belongsToAKnownFault(String bundle) throws IOException {
    assertThat(texts(bundle).stringPropertyNames())
        .filteredOn(key -> key.startsWith("fault."))
        .extracting(key -> key.substring("fault.".length()))
        .isSubsetOf(codes());
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>(own());
    Stream.of(KnownError.values()).map(known -> known.code().toString()).forEach(codes::add);
    Stream.of(ProviderException.class, StreamFailed.class)
        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
        .map(WordsOfFaultsTest::kebab)
        .filter(code -> !WITH_A_NUMBER.contains(code))
        .forEach(codes::add);
    Stream.of(DownloadFailed.Reason.values()).map(x -> "download-" + lower(x)).forEach(codes::add);
    Stream.of(Verdict.values())
        .filter(verdict -> verdict != Verdict.FITS)
        .map(WordsOfFaultsTest::lower)
        .forEach(codes::add);
    return codes;
  }

  /** Kinds of failure that always have a code of their own, or of their reason. */
  private static final List<String> WITH_A_NUMBER =
      List.of("provider-refused", "stream-refused", "stream-failed", "download-failed");

  private static Set<String> own() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(USE_CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher named = OWN.matcher(Files.readString(file));
        while (named.find()) {
          codes.add(named.group(1));
        }
      }
    }
    return codes;
  }

  private static String kebab(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Properties texts(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
