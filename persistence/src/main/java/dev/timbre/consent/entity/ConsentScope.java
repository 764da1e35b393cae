package dev.timbre.consent.entity;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Territory;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a talent agrees to.
 *
 * @param territories ISO 3166-1 codes, a group of countries such as EU, or WORLD; a group is kept
 *     as the countries that are in it now
 * @param languages BCP 47 primary language subtags, for example {@code de}
 * @param validFrom inclusive
 * @param validUntil exclusive; null for no end
 * @param zone whose days people mean when they name the first and the last one; null where nobody
 *     has said, as before there was one
 */
public record ConsentScope(
    Set<UUID> brandIds,
    Set<Purpose> purposes,
    Set<Channel> channels,
    Set<String> territories,
    Set<String> languages,
    Instant validFrom,
    Instant validUntil,
    ZoneId zone) {

  private static final int LONGEST_LANGUAGE = 3;

  /**
   * @throws Invalid when a part is empty or the end is not after the beginning
   */
  public ConsentScope {
    List<Violation> violations = new ArrayList<>();
    requireSome(violations, "brands", brandIds);
    requireSome(violations, "purposes", purposes);
    requireSome(violations, "channels", channels);
    requireSome(violations, "territories", territories);
    requireSome(violations, "languages", languages);
    if (validFrom == null) {
      violations.add(missing("validFrom"));
    } else if (validUntil != null && !validUntil.isAfter(validFrom)) {
      violations.add(
          new Violation(
              "validUntil",
              "end-before-beginning",
              validUntil.toString(),
              "after " + validFrom,
              "validUntil must be after validFrom."));
    }
    if (!violations.isEmpty()) {
      throw new Invalid(
          "consent-scope-incomplete", "The consent's scope is not complete.", violations);
    }
    brandIds = Set.copyOf(brandIds);
    purposes = Set.copyOf(purposes);
    channels = Set.copyOf(channels);
    territories =
        territories.stream()
            .flatMap(code -> Territory.named(code).stream())
            .collect(Collectors.toUnmodifiableSet());
    languages =
        languages.stream().map(ConsentScope::primary).collect(Collectors.toUnmodifiableSet());
  }

  /** As above, by somebody who names moments and no days. */
  public ConsentScope(
      Set<UUID> brandIds,
      Set<Purpose> purposes,
      Set<Channel> channels,
      Set<String> territories,
      Set<String> languages,
      Instant validFrom,
      Instant validUntil) {
    this(brandIds, purposes, channels, territories, languages, validFrom, validUntil, null);
  }

  /** The same, its days being those of a zone unless they are another's already. */
  public ConsentScope in(ZoneId days) {
    return zone != null
        ? this
        : new ConsentScope(
            brandIds, purposes, channels, territories, languages, validFrom, validUntil, days);
  }

  /**
   * The primary subtag of a BCP 47 language tag.
   *
   * @throws Invalid when the tag is malformed
   */
  public static String primary(String tag) {
    try {
      String language =
          new Locale.Builder().setLanguageTag(tag == null ? "" : tag).build().getLanguage();
      // BCP 47 knows longer ones, but no such language was ever registered: they are mistakes
      if (!language.isEmpty() && language.length() <= LONGEST_LANGUAGE) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      // falls through to the one refusal below
    }
    throw new Invalid(
        "language-malformed", "language is '" + tag + "'; give a BCP 47 tag such as de or zh-CN.");
  }

  private static void requireSome(List<Violation> violations, String field, Set<?> values) {
    if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
      violations.add(missing(field));
    }
  }

  private static Violation missing(String field) {
    return new Violation(field, "required", "", "at least one", field + " must not be empty.");
  }
}
