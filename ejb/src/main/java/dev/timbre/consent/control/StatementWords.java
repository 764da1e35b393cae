package dev.timbre.consent.control;

import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Territory;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.consent.entity.ConsentStatement.Place;
import dev.timbre.consent.entity.Talent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says a scope in the language of a statement. English, Chinese and German have words of their own;
 * any other language gets the English ones, for a translator to replace by plain text.
 */
@ApplicationScoped
public class StatementWords {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** The languages that have words of their own. */
  public static final List<String> LANGUAGES = List.of("en", "zh", "de");

  /** As talents know the company. */
  @Inject
  @ConfigProperty(name = "timbre.consent.company", defaultValue = "the company")
  String company;

  /** Who is asked, for which brand, what, under which number. */
  record Blanks(Talent talent, Brand brand, ConsentScope scope, String nonce) {}

  public String company() {
    return company;
  }

  /** A statement to begin with, its places open. */
  public String proposal(String language) {
    return words(Locale.forLanguageTag(language)).getString("statement");
  }

  String fill(ConsentStatement statement, Blanks blanks) {
    Locale locale = Locale.forLanguageTag(statement.getLocale());
    ResourceBundle words = words(locale);
    ConsentScope scope = blanks.scope();
    Map<Place, String> values = new EnumMap<>(Place.class);
    values.put(Place.COMPANY, company);
    values.put(Place.BRAND, blanks.brand().getName());
    values.put(Place.TALENT, blanks.talent().getName());
    values.put(Place.PURPOSES, constants(words, "purpose.", scope.purposes()));
    values.put(Place.CHANNELS, constants(words, "channel.", scope.channels()));
    values.put(Place.TERRITORIES, territories(words, locale, scope));
    values.put(Place.LANGUAGES, languages(words, locale, scope));
    values.put(Place.VALIDITY, validity(words, locale, scope));
    values.put(Place.NONCE, blanks.nonce());
    return statement.filled(values);
  }

  private static String constants(
      ResourceBundle words, String prefix, Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted()
        .map(constant -> words.getString(prefix + constant.name()))
        .collect(Collectors.joining(words.getString("separator")));
  }

  private static String territories(ResourceBundle words, Locale locale, ConsentScope scope) {
    return Territory.gathered(scope.territories()).stream()
        .map(
            code ->
                Territory.WORLD.equals(code)
                    ? words.getString("territory.WORLD")
                    : new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
        .collect(Collectors.joining(words.getString("separator")));
  }

  private static String languages(ResourceBundle words, Locale locale, ConsentScope scope) {
    return scope.languages().stream()
        .sorted()
        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale))
        .collect(Collectors.joining(words.getString("separator")));
  }

  private static String validity(ResourceBundle words, Locale locale, ConsentScope scope) {
    ZoneId zone = scope.in(ZoneId.of("UTC")).zone();
    String from = day(locale, scope.validFrom(), zone);
    String whose = zone.getDisplayName(TextStyle.FULL, locale);
    return scope.validUntil() == null
        ? MessageFormat.format(words.getString("validity.open"), from, whose)
        : MessageFormat.format(
            words.getString("validity.closed"),
            from,
            day(locale, scope.validUntil().minusMillis(1), zone),
            whose);
  }

  private static String day(Locale locale, Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  private static ResourceBundle words(Locale locale) {
    return ResourceBundle.getBundle(
        "dev.timbre.consent.control.statement",
        locale,
        StatementWords.class.getClassLoader(),
        NO_FALLBACK);
  }
}
