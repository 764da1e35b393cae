package dev.timbre.notice.faces;

import dev.timbre.notice.entity.Notice;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.platform.faces.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says a notice in one sentence of the reader's language, and where to decide about it. */
@Named("noticeSentences")
@RequestScoped
public class NoticeSentences {

  /** The values that a kind's sentence has places for, in their order. */
  private static final Map<NoticeKind, List<String>> PLACES =
      Map.of(
          NoticeKind.CLONE_DEADLINE, List.of("voice", "hours", "deadline", "fee"),
          NoticeKind.CLONE_LAPSED, List.of("voice", "deadline"),
          NoticeKind.CLONE_ACTIVATED, List.of("voice", "fee"),
          NoticeKind.ACTIVATION_REFUSED, List.of("voice", "fee", "reason"),
          NoticeKind.BUDGET_THRESHOLD, List.of("name", "percent", "limit"),
          NoticeKind.FINDING, List.of("kind"),
          NoticeKind.CONSENT_EXPIRING, List.of("name", "until"),
          NoticeKind.APPROVAL_ASKED, List.of("voice"));

  @Inject Words words;

  public String of(Notice notice) {
    Object[] values =
        PLACES.getOrDefault(notice.getKind(), List.of()).stream()
            .map(name -> said(name, notice.getValues().get(name)))
            .toArray();
    return words.fill("notice." + notice.getKind().name(), values);
  }

  private String said(String name, String value) {
    if (value == null) {
      return "–";
    }
    return switch (name) {
      case "deadline", "until" -> moment(value);
      case "reason" -> words.reason(value);
      case "kind" -> words.find("FindingKind." + value).orElse(value);
      default -> value;
    };
  }

  private String moment(String value) {
    try {
      return words.moment(Instant.parse(value));
    } catch (DateTimeException e) {
      return value; // a date without a time
    }
  }

  /** The page where it is decided. */
  public String page(Notice notice) {
    return switch (notice.getKind()) {
      case CLONE_DEADLINE, CLONE_LAPSED, CLONE_ACTIVATED, ACTIVATION_REFUSED ->
          "/deadlines.xhtml?brand=" + notice.getBrandId();
      case BUDGET_THRESHOLD -> "/budgets.xhtml";
      case FINDING, LOG_ALTERED -> "/finding.xhtml?id=" + notice.getSubjectId();
      case CONSENT_EXPIRING -> "/consent.xhtml?id=" + notice.getSubjectId();
      case APPROVAL_ASKED -> "/voice.xhtml?id=" + notice.getSubjectId();
    };
  }
}
