package dev.timbre.notice.control;

import dev.timbre.notice.entity.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a notice in sentences, for mail. */
@ApplicationScoped
class NoticeLetter {

  private static final String BUNDLE = "notice-letters";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject NoticeConfig config;

  /** One line, as a mail's subject. */
  String subject(Notice notice) {
    return filled(notice, ".subject").replaceAll("\\p{Cntrl}+", " ");
  }

  /** What happened, what to do, and where. */
  String text(Notice notice) {
    String link =
        config.publicUrl().map(url -> url.replaceAll("/+$", "") + "/notices.xhtml\n").orElse("");
    return filled(notice, ".text") + "\n\n" + link;
  }

  private String filled(Notice notice, String part) {
    String template = template(notice.getKind().name() + part, config.locale());
    Map<String, String> values = notice.getValues();
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "–")));
  }

  private static String template(String key, Locale locale) {
    try {
      return ResourceBundle.getBundle(
              BUNDLE, locale, NoticeLetter.class.getClassLoader(), NO_FALLBACK)
          .getString(key);
    } catch (MissingResourceException e) {
      throw new IllegalStateException("No text for " + key, e);
    }
  }
}
