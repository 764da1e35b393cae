package dev.timbre.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.notice.entity.Notice;
import dev.timbre.notice.entity.NoticeKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeLetterTest {

  private static final Map<String, String> VALUES =
      Map.of("voice", "acme.anna", "name", "Anna $1\r\nBcc: x", "hours", "48", "fee", "9.91 CNY");

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void everyKind_hasALetterInBothLanguagesWithoutOpenPlaces(NoticeKind kind) {
    for (String language : new String[] {"en", "zh-CN"}) {
      NoticeLetter letter = letterIn(language);
      assertThat(letter.subject(notice(kind))).isNotBlank().doesNotContain("{", "}");
      assertThat(letter.text(notice(kind))).isNotBlank().doesNotContain("{", "}");
    }
    assertThat(letterIn("zh-CN").subject(notice(kind)))
        .isNotEqualTo(letterIn("en").subject(notice(kind)));
  }

  @Test
  void values_standInTheirPlacesAndSubjectsStayOneLine() {
    NoticeLetter letter = letterIn("en");

    assertThat(letter.subject(notice(NoticeKind.CLONE_DEADLINE)))
        .isEqualTo("Voice acme.anna: its clone is lost in 48 hours or less");
    assertThat(letter.subject(notice(NoticeKind.CONSENT_EXPIRING)))
        .contains("Anna $1 Bcc: x")
        .doesNotContain("\r", "\n");
    assertThat(letter.text(notice(NoticeKind.CLONE_DEADLINE)))
        .contains("9.91 CNY")
        .doesNotContain("Anna")
        .endsWith("https://timbre.example.org/notices.xhtml\n");
    for (String language : new String[] {"en", "zh-CN"}) {
      assertThat(letterIn(language).text(notice(NoticeKind.BUDGET_THRESHOLD))).contains("Anna $1");
    }
  }

  private static NoticeLetter letterIn(String language) {
    NoticeLetter letter = new NoticeLetter();
    letter.config = new NoticeConfig();
    letter.config.language = language;
    letter.config.publicUrl = Optional.of("https://timbre.example.org/");
    return letter;
  }

  private static Notice notice(NoticeKind kind) {
    return new Notice(Instant.EPOCH, "key", kind, new Notice.About(null, null), VALUES);
  }
}
