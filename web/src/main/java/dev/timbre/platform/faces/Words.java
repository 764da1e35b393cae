package dev.timbre.platform.faces;

import dev.timbre.platform.entity.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says values in the reader's language: enums, moments, money, lengths. */
@Named("words")
@RequestScoped
public class Words {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final int MONEY_DECIMALS = 4;

  @Inject Language language;

  /** The text of a key of either bundle; empty when there is none. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(in("messages", key)).or(() -> Optional.ofNullable(in("codes", key)));
  }

  /**
   * What a rule says, in a language that the code is not written in; empty when there is no such
   * text, or it has more places than the rule named values.
   */
  Optional<String> sentence(String code, List<Object> values) {
    if (english()) {
      return Optional.empty();
    }
    return Optional.ofNullable(in("details", code))
        .map(text -> new MessageFormat(text, locale()))
        .filter(text -> text.getFormatsByArgumentIndex().length <= values.size())
        .map(text -> text.format(values.stream().map(this::said).toArray()));
  }

  private Object said(Object value) {
    if (value instanceof Enum<?> constant) {
      return of(constant);
    }
    if (value instanceof Instant at) {
      return moment(at);
    }
    return value instanceof Money money ? money(money) : value;
  }

  /** The text of a key with its places filled; the key itself when there is no text. */
  public String fill(String key, Object... values) {
    return find(key).map(text -> new MessageFormat(text, locale()).format(values)).orElse(key);
  }

  /** The name of an enum constant. */
  public String of(Enum<?> value) {
    if (value == null) {
      return "";
    }
    String type = value.getDeclaringClass().getName();
    String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    return fill(name + "." + value.name());
  }

  /**
   * The name of an enum constant that is known by its type and in lower case, as REST writes it.
   */
  public String constant(String type, String name) {
    return name.isEmpty() ? "" : fill(type + "." + name.toUpperCase(Locale.ROOT));
  }

  /** What to do about a rule that was broken. */
  public String remedy(Enum<?> rule) {
    return fill(rule.getDeclaringClass().getSimpleName() + "." + rule.name() + ".remedy");
  }

  /** The names of enum constants, in their order. */
  public String ofAll(Collection<? extends Enum<?>> values) {
    return values.stream()
        .sorted(Comparator.comparingInt(Enum::ordinal))
        .map(this::of)
        .collect(Collectors.joining(separator()));
  }

  /**
   * What the code of a rule or of a provider's fault means; the code where it has no words. A
   * provider's own number stays beside its meaning.
   */
  public String reason(String code) {
    String meaning = find("error." + code).orElse(code);
    boolean number = !code.isEmpty() && code.chars().allMatch(Character::isDigit);
    return number && !meaning.equals(code) ? code + " · " + meaning : meaning;
  }

  public String moment(Instant at) {
    if (at == null) {
      return "";
    }
    ZonedDateTime local = at.atZone(language.getZone());
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.getFormats())
            .format(local)
        + " "
        + local.format(DateTimeFormatter.ofPattern("z", locale()));
  }

  public String day(Instant at) {
    return at == null ? "" : day(at.atZone(language.getZone()).toLocalDate());
  }

  /** As above, in a zone that is the same for every reader; null for the reader's. */
  public String day(Instant at, ZoneId zone) {
    return zone == null ? day(at) : day(at.atZone(zone).toLocalDate());
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(language.getFormats())
        .format(day);
  }

  /**
   * From when to when something counts, as people say it: from the first to the last day.
   *
   * @param end the first moment at which it counts no longer; null where it has no end
   */
  public String validity(Instant from, Instant end) {
    return days(from, end, language.getZone());
  }

  /**
   * As above, in days that are the same for every reader, and whose they are.
   *
   * @param zone null where nobody has said: then they are the reader's, as above
   */
  public String validity(Instant from, Instant end, ZoneId zone) {
    return zone == null ? validity(from, end) : fill("days.in", days(from, end, zone), zone(zone));
  }

  private String days(Instant from, Instant end, ZoneId zone) {
    LocalDate last = LastDay.before(end, zone);
    return day(from.atZone(zone).toLocalDate())
        + " – "
        + (last == null ? fill("consent.noEnd") : day(last));
  }

  /** The reader's zone, as a heading may show it. */
  public String zone() {
    return zone(language.getZone());
  }

  public String zone(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, locale());
  }

  public String money(Money money) {
    if (money == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(language.getFormats());
    format.setCurrency(Currency.getInstance(money.getCurrency()));
    format.setMaximumFractionDigits(MONEY_DECIMALS);
    return format.format(money.getAmount());
  }

  public String price(BigDecimal amount, String currency) {
    return money(Money.of(amount, currency));
  }

  /** What the scopes of a key allow; for a person's key, which has none, that person's roles. */
  public String scopes(Collection<String> codes) {
    return codes.isEmpty()
        ? fill("keys.person.scopes")
        : codes.stream()
            .sorted()
            .map(code -> fill("Scope." + code.toUpperCase(Locale.ROOT).replace(':', '_')))
            .collect(Collectors.joining(separator()));
  }

  /** With at most so many decimals; empty for nothing. */
  public String number(Number value, int decimals) {
    if (value == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.getFormats());
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(language.getFormats());
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  /** Minutes and seconds, for example 1:07.5. */
  public String length(double seconds) {
    long tenths = Math.round(seconds * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }

  /** In megabytes of a million bytes, as the upload limit counts. */
  public String megabytes(long bytes) {
    return number(bytes / 1e6, 2) + " MB";
  }

  /** The name of a BCP 47 language. */
  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(locale());
  }

  public String languages(Collection<String> tags) {
    return tags.stream().sorted().map(this::language).collect(Collectors.joining(separator()));
  }

  /** The name of a country, of a group of them, or of the world. */
  public String territory(String code) {
    return "WORLD".equals(code)
        ? fill("territory.WORLD")
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(locale());
  }

  public String territories(Collection<String> codes) {
    return codes.stream().sorted().map(this::territory).collect(Collectors.joining(separator()));
  }

  /** What stands between the items of a list. */
  public String separator() {
    return "zh".equals(locale().getLanguage()) ? "、" : ", ";
  }

  /** The options of a clone that are on. */
  public String options(boolean noiseReduction, boolean volumeNormalisation, boolean watermark) {
    String on =
        Stream.of(
                noiseReduction ? "options.noiseReduction" : null,
                volumeNormalisation ? "options.volumeNormalisation" : null,
                watermark ? "options.watermark" : null)
            .filter(Objects::nonNull)
            .map(this::fill)
            .collect(Collectors.joining(separator()));
    return on.isEmpty() ? fill("none") : on;
  }

  /** Whether the reader reads what the code says. */
  boolean english() {
    return Locale.ENGLISH.getLanguage().equals(locale().getLanguage());
  }

  private Locale locale() {
    return language.getLocale();
  }

  private String in(String bundle, String key) {
    ResourceBundle texts = ResourceBundle.getBundle(bundle, locale(), loader(), NO_FALLBACK);
    return texts.containsKey(key) ? texts.getString(key) : null;
  }

  private static ClassLoader loader() {
    return Words.class.getClassLoader();
  }
}
