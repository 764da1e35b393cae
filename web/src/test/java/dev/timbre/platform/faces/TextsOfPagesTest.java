package dev.timbre.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.GrantOrigin;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Scope;
import dev.timbre.access.entity.SessionOrigin;
import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRule;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.platform.entity.OperationState;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.speech.entity.DriftState;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.DeadlineAction;
import dev.timbre.voice.entity.DecisionKind;
import dev.timbre.voice.entity.DecisionState;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.ReconciliationResult;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.VoiceOrigin;
import dev.timbre.voice.entity.VoiceState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that a page or a value asks for is there, in both languages. */
class TextsOfPagesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern KEY =
      Pattern.compile("(?:msg\\[|words\\.fill\\()'([^']+)'(?!\\.concat)");

  @ParameterizedTest
  @ValueSource(strings = {"messages", "codes", "validation"})
  void bundle_hasTheSameKeysInBothLanguages(String bundle) throws IOException {
    assertThat(keys(bundle + "_zh")).isEqualTo(keys(bundle));
  }

  /** Of two, the later would count, and whoever mends the other would wonder. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_zh", "codes", "codes_zh", "details_zh"})
  void everyKey_standsOnce(String bundle) throws IOException {
    assertThat(Files.readAllLines(RESOURCES.resolve(bundle + ".properties")))
        .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
        .extracting(line -> line.substring(0, line.indexOf('=')).strip())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_zh", "codes", "codes_zh", "details_zh"})
  void everyText_isAPatternThatCanBeFilled(String bundle) throws IOException {
    Properties texts = texts(bundle);
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
      assertThat(new MessageFormat(text, Locale.ENGLISH)).as(key).isNotNull();
    }
  }

  @Test
  void everyKeyOfAPage_hasAText() throws IOException {
    Set<String> missing = new TreeSet<>();
    Set<String> known = keys("messages");
    try (Stream<Path> files = Files.walk(PAGES)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(page));
        while (matcher.find()) {
          if (!known.contains(matcher.group(1))) {
            missing.add(page.getFileName() + ": " + matcher.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  static Stream<Class<?>> enums() {
    return Stream.of(
        VoiceState.class,
        VoiceOrigin.class,
        RevisionState.class,
        ReconciliationResult.class,
        CloneState.class,
        PreviewState.class,
        OperationState.class,
        FindingKind.class,
        FindingState.class,
        SpeechState.class,
        DriftState.class,
        RecordingPurpose.class,
        RecordingRule.class,
        RecordingFact.Kind.class,
        QualityWarning.Kind.class,
        Role.class,
        GrantOrigin.class,
        SessionOrigin.class,
        Purpose.class,
        Channel.class,
        Scope.class,
        Dialect.class,
        ActorKind.class,
        AuditOutcome.class,
        AuditAction.class,
        DeadlineAction.class,
        DecisionKind.class,
        DecisionState.class,
        NoticeKind.class);
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyConstant_hasAName(Class<?> type) throws IOException {
    Set<String> known = keys("codes");
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    for (Object constant : type.getEnumConstants()) {
      assertThat(known).contains(name + "." + ((Enum<?>) constant).name());
    }
  }

  @Test
  void everyRuleOfUploads_hasARemedyAndEveryStateANextStep() throws IOException {
    Set<String> codes = keys("codes");
    for (RecordingRule rule : RecordingRule.values()) {
      assertThat(codes).contains("RecordingRule." + rule.name() + ".remedy");
    }
    Set<String> messages = keys("messages");
    for (VoiceState state : VoiceState.values()) {
      assertThat(messages).contains("voice.next." + state.name());
    }
    for (FindingKind kind : FindingKind.values()) {
      assertThat(messages).contains("finding.text." + kind.name());
    }
  }

  private static Set<String> keys(String bundle) throws IOException {
    return new TreeSet<>(texts(bundle).stringPropertyNames());
  }

  private static Properties texts(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
