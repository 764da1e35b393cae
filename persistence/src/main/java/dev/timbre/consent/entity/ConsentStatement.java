package dev.timbre.consent.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/**
 * What a brand asks a talent to read aloud, in one language, with places for what differs from
 * talent to talent. A changed text is a new version; what was read before keeps its own.
 */
@Entity
@Immutable
@Table(name = "consent_statement")
public class ConsentStatement extends Identified {

  private static final long serialVersionUID = 1L;
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

  /** Leaves room for what the places are filled with. */
  public static final int TEXT_LENGTH = 2000;

  /** What a statement may leave open; written in braces, for example {@code {talent}}. */
  public enum Place {
    COMPANY,
    BRAND,
    TALENT,
    PURPOSES,
    CHANNELS,
    TERRITORIES,
    LANGUAGES,
    VALIDITY,
    NONCE;

    public String written() {
      return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    static Place of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  @Column(name = "brand_id", nullable = false, updatable = false)
  private UUID brandId;

  @Column(nullable = false, updatable = false)
  private String locale;

  @Column(nullable = false, updatable = false)
  private int number;

  @Column(nullable = false, updatable = false, length = TEXT_LENGTH)
  private String text;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "author_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "author_id", updatable = false))
  private Actor author;

  protected ConsentStatement() {}

  /**
   * @param locale a BCP 47 tag; its primary language counts
   * @param number 1 for the first of its brand and language
   * @throws Invalid when the text lacks the nonce or the talent, or has places nobody can fill
   */
  public ConsentStatement(
      Instant now, UUID brandId, String locale, int number, String text, Actor author) {
    super(now);
    this.brandId = brandId;
    this.locale = ConsentScope.primary(locale);
    this.number = number;
    this.text = Texts.required("text", text, TEXT_LENGTH);
    this.author = author;
    requireSound(this.text);
  }

  private static void requireSound(String text) {
    List<String> unknown =
        PLACE
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !isKnown(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw invalid(
          "place-unknown",
          "{" + unknown.get(0) + "}",
          Arrays.stream(Place.values()).map(Place::written).collect(Collectors.joining(", ")),
          "Nothing is known to stand for {" + unknown.get(0) + "}.");
    }
    for (Place needed : List.of(Place.TALENT, Place.NONCE)) {
      if (!text.contains(needed.written())) {
        throw invalid(
            "place-missing",
            "",
            needed.written(),
            "The statement must hold "
                + needed.written()
                + ", so that a recording of it belongs to one talent and one request.");
      }
    }
  }

  private static boolean isKnown(String name) {
    return Arrays.stream(Place.values()).anyMatch(p -> p.written().equals("{" + name + "}"));
  }

  private static Invalid invalid(String rule, String value, String limit, String message) {
    return new Invalid(
        "statement-" + rule, message, List.of(new Violation("text", rule, value, limit, message)));
  }

  /** The words to be read, every place filled. */
  public String filled(Map<Place, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(Place.of(found.group(1)), "")));
  }

  public UUID getBrandId() {
    return brandId;
  }

  /** The language it is in, as a primary BCP 47 subtag. */
  public String getLocale() {
    return locale;
  }

  public int getNumber() {
    return number;
  }

  public String getText() {
    return text;
  }

  public Actor getAuthor() {
    return author;
  }
}
