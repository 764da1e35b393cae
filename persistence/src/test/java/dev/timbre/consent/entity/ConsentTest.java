package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A consent, its versions, and what they cover. */
class ConsentTest {

  private static final UUID ACME = UUID.randomUUID();

  @Test
  void new_consent_has_one_version_that_counts() {
    Consent consent = consent();

    assertThat(consent.getVersions()).hasSize(1);
    assertThat(consent.newest().getNumber()).isEqualTo(1);
    assertThat(consent.newest().getStatement()).isEqualTo("I agree.");
    assertThat(consent.isInForce(NOW)).isTrue();
  }

  @Test
  void extension_counts_from_now_on_and_leaves_the_old_version_as_it_was() {
    Consent consent = consent();
    ConsentVersion first = consent.newest();

    ConsentVersion second = consent.extend(LATER, scope("en", "WORLD"), null);

    assertThat(consent.newest()).isSameAs(second);
    assertThat(second.getNumber()).isEqualTo(2);
    assertThat(consent.getVersions()).containsExactly(first, second);
    assertThat(first.scope()).isEqualTo(ConsentFixtures.phoneScope(ACME));
  }

  @Test
  void withdrawal_ends_the_consent_for_good() {
    Consent consent = consent();
    Actor by = Actor.person(UUID.randomUUID());

    ConsentWithdrawal withdrawal = consent.withdraw(LATER, by, " Changed her mind. ");

    assertThat(withdrawal.getRecordedBy()).isEqualTo(by);
    assertThat(withdrawal.getReason()).isEqualTo("Changed her mind.");
    assertThat(consent.getWithdrawnAt()).isEqualTo(LATER);
    assertThat(consent.isInForce(NOW)).isFalse();
    assertThatThrownBy(() -> consent.extend(LATER, scope("en", "DE"), null))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> consent.withdraw(LATER, by, null)).isInstanceOf(Conflict.class);
    assertThat(consent.getVersions()).hasSize(1);
  }

  @Test
  void consent_is_in_force_from_its_beginning_until_just_before_its_end() {
    Consent consent = consent();
    Instant from = consent.newest().getValidFrom();
    Instant until = consent.newest().getValidUntil();

    assertThat(consent.isInForce(from.minusNanos(1))).isFalse();
    assertThat(consent.isInForce(from)).isTrue();
    assertThat(consent.isInForce(until.minusNanos(1))).isTrue();
    assertThat(consent.isInForce(until)).isFalse();
  }

  @Test
  void consent_without_an_end_stays_in_force() {
    Consent consent = new Consent(NOW, ConsentFixtures.talent(), scope("de", "DE"), null);

    assertThat(consent.isInForce(NOW.plusSeconds(1_000_000_000))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "de,    CUSTOMER_SERVICE, PHONE, DE,    ''",
    "de-AT, TRAINING,         PHONE, AT,    ''",
    "DE,    CUSTOMER_SERVICE, PHONE, DE,    ''",
    "en,    CUSTOMER_SERVICE, PHONE, DE,    language en",
    "de,    ADVERTISING,      PHONE, DE,    purpose ADVERTISING",
    "de,    CUSTOMER_SERVICE, WEB,   DE,    channel WEB",
    "de,    CUSTOMER_SERVICE, PHONE, CH,    territory CH",
    "de,    CUSTOMER_SERVICE, PHONE, WORLD, territory WORLD"
  })
  void use_outside_the_permission_names_the_part_that_is_missing(
      String language, Purpose purpose, Channel channel, String territory, String gap) {
    Use use = use(purpose, channel, territory);

    assertThat(consent().newest().gap(ACME, language, use).orElse("")).isEqualTo(gap);
  }

  @Test
  void voice_of_another_brand_is_outside_the_permission() {
    Use use = use(Purpose.CUSTOMER_SERVICE, Channel.PHONE, "DE");

    assertThat(consent().newest().gap(UUID.randomUUID(), "de", use)).contains("brand");
  }

  @Test
  void listening_inside_the_company_is_covered_by_every_consent_for_the_brand_and_language() {
    Use review = use(Purpose.INTERNAL_REVIEW, Channel.INTERNAL, "WORLD");
    ConsentVersion version = consent().newest();

    assertThat(version.gap(ACME, "de-DE", review)).isEmpty();
    assertThat(version.gap(UUID.randomUUID(), "de", review)).contains("brand");
    assertThat(version.gap(ACME, "en", review)).contains("language en");
  }

  @Test
  void review_heard_outside_or_other_use_heard_inside_is_not_covered_by_every_consent() {
    ConsentVersion version = consent().newest();

    assertThat(version.gap(ACME, "de", use(Purpose.INTERNAL_REVIEW, Channel.PHONE, "DE")))
        .contains("purpose INTERNAL_REVIEW");
    assertThat(version.gap(ACME, "de", use(Purpose.TRAINING, Channel.INTERNAL, "DE")))
        .contains("channel INTERNAL");
  }

  @Test
  void scope_for_the_world_covers_every_territory() {
    Consent consent =
        new Consent(NOW, ConsentFixtures.talent(), scope("zh-Hans-CN", "world"), null);

    assertThat(consent.newest().gap(ACME, "zh-TW", use(Purpose.NEWS, Channel.WEB, "TW"))).isEmpty();
  }

  @Test
  void incomplete_scope_names_every_missing_part_at_once() {
    assertThatThrownBy(() -> new ConsentScope(null, Set.of(), Set.of(), Set.of(), null, null, null))
        .isInstanceOfSatisfying(
            Invalid.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::field)
                    .containsExactly(
                        "brands", "purposes", "channels", "territories", "languages", "validFrom"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void scope_that_ends_before_it_begins_is_refused(long seconds) {
    assertThatThrownBy(
            () ->
                new ConsentScope(
                    Set.of(ACME),
                    Set.of(Purpose.NEWS),
                    Set.of(Channel.WEB),
                    Set.of("DE"),
                    Set.of("de"),
                    NOW,
                    NOW.plusSeconds(seconds)))
        .isInstanceOfSatisfying(
            Invalid.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::rule)
                    .containsExactly("end-before-beginning"));
  }

  @Test
  void scope_keeps_primary_languages_and_upper_case_territories() {
    ConsentScope scope = scope("de-CH", "ch");

    assertThat(scope.languages()).containsExactly("de");
    assertThat(scope.territories()).containsExactly("CH");
  }

  @Test
  void scope_keeps_the_countries_of_a_group_that_is_named() {
    ConsentScope scope = scope("de", "eu");

    assertThat(scope.territories()).hasSize(27).contains("DE", "MT").doesNotContain("EU");
  }

  @ParameterizedTest
  @CsvSource({"de,de", "de-DE,de", "ZH-hans-cn,zh", "yue,yue", "en-x-brand,en"})
  void primary_subtag_is_the_language_alone(String tag, String primary) {
    assertThat(ConsentScope.primary(tag)).isEqualTo(primary);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "d", "de_DE", "und", "x-private", "de-!", "de-DE-", "german", "12"})
  void malformed_language_is_refused(String tag) {
    assertThatThrownBy(() -> ConsentScope.primary(tag))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("language-malformed"));
  }

  private static Consent consent() {
    return ConsentFixtures.phoneConsent(ConsentFixtures.talent(), ACME);
  }

  private static ConsentScope scope(String language, String territory) {
    return new ConsentScope(
        Set.of(ACME),
        Set.of(Purpose.NEWS),
        Set.of(Channel.WEB),
        Set.of(territory),
        Set.of(language),
        NOW,
        null);
  }

  private static Use use(Purpose purpose, Channel channel, String territory) {
    return new Use(NOW, UUID.randomUUID(), purpose, channel, territory);
  }
}
