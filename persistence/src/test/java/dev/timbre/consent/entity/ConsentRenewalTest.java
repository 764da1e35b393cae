package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Consents whose further versions begin or end at another time than they are noted. */
class ConsentRenewalTest {

  private static final UUID ACME = UUID.randomUUID();

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private static Instant day(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static ConsentScope scope(UUID brand, int from, Integer until) {
    return new ConsentScope(
        Set.of(brand),
        Set.of(Purpose.NEWS),
        Set.of(Channel.WEB),
        Set.of("DE"),
        Set.of("de"),
        day(from),
        until == null ? null : day(until));
  }

  private static Consent consent(int from, Integer until) {
    return new Consent(NOW, ConsentFixtures.talent(), scope(ACME, from, until), null);
  }

  @Test
  void renewal_noted_ahead_leaves_what_counts_in_force_until_it_begins() {
    Consent consent = consent(-100, 30);
    ConsentVersion first = consent.newest();
    ConsentVersion second = consent.extend(NOW, scope(ACME, 30, 400), null);

    assertThat(consent.isInForce(NOW)).isTrue();
    assertThat(consent.countingAt(NOW)).isSameAs(first);
    assertThat(consent.countingAt(day(30).minusNanos(1))).isSameAs(first);
    assertThat(consent.countingAt(day(30))).isSameAs(second);
    assertThat(consent.isInForce(day(30))).isTrue();
    assertThat(consent.newest()).isSameAs(second);
    assertThat(consent.versionsFrom(NOW)).containsExactly(first, second);
    assertThat(consent.versionsFrom(day(30))).containsExactly(second);
    assertThat(consent.endAfter(NOW)).contains(day(400));
  }

  @Test
  void gap_before_a_renewal_is_an_end() {
    Consent consent = consent(-100, 30);
    consent.extend(NOW, scope(ACME, 40, null), null);

    assertThat(consent.endAfter(NOW)).contains(day(30));
    assertThat(consent.isInForce(day(35))).isFalse();
    assertThat(consent.isOver(day(35))).isFalse();
    assertThat(consent.isInForce(day(40))).isTrue();
    assertThat(consent.endAfter(day(40))).isEmpty();
  }

  @Test
  void shorter_version_that_is_over_does_not_bring_the_longer_one_back() {
    Consent consent = consent(-100, null);
    consent.extend(NOW, scope(ACME, 0, 10), null);

    assertThat(consent.endAfter(NOW)).contains(day(10));
    assertThat(consent.isInForce(day(10))).isFalse();
    assertThat(consent.isOver(day(10))).isTrue();
    assertThat(consent.countingAt(day(11))).isSameAs(consent.newest());
  }

  @Test
  void consent_that_has_not_begun_shows_the_newest_version() {
    Consent consent = consent(5, null);
    consent.extend(NOW, scope(ACME, 7, null), null);

    assertThat(consent.isInForce(NOW)).isFalse();
    assertThat(consent.isOver(NOW)).isFalse();
    assertThat(consent.countingAt(NOW)).isSameAs(consent.newest());
    assertThat(consent.countingAt(day(6)).getNumber()).isEqualTo(1);
  }

  @Test
  void what_counted_on_a_day_is_answered_by_what_was_known_then() {
    Consent consent = consent(-100, 30);
    consent.extend(day(10), scope(ACME, 20, 400), null);

    assertThat(consent.versionAt(day(-1))).isEmpty();
    assertThat(consent.wasInForceAt(day(-1))).isFalse();
    assertThat(consent.versionAt(day(9)).orElseThrow().getNumber()).isEqualTo(1);
    assertThat(consent.versionAt(day(15)).orElseThrow().getNumber()).isEqualTo(1);
    assertThat(consent.wasInForceAt(day(15))).isTrue();
    assertThat(consent.versionAt(day(20)).orElseThrow().getNumber()).isEqualTo(2);
    assertThat(consent.wasInForceAt(day(399))).isTrue();
    assertThat(consent.wasInForceAt(day(400))).isFalse();
  }

  /** Whatever the order of noting, beginning and ending, queries and entity say the same. */
  @Test
  void queries_agree_with_the_entity() {
    Brand brand = database.saved(AccessFixtures.brand());
    Random random = new Random(20260302);
    List<Consent> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Talent talent = database.saved(ConsentFixtures.talent());
      Consent consent = new Consent(NOW, talent, anyScope(random, brand.getId()), null);
      for (int more = random.nextInt(3); more > 0; more--) {
        consent.extend(NOW, anyScope(random, brand.getId()), null);
      }
      all.add(database.saved(consent));
    }

    for (int days = -3; days <= 3; days++) {
      Instant at = day(days);
      Instant soon = at.plus(Duration.ofDays(2));
      Predicate<Consent> ends = c -> c.endAfter(at).filter(end -> !end.isAfter(soon)).isPresent();
      assertThat(page(ConsentStanding.IN_FORCE, at, soon))
          .containsExactlyInAnyOrderElementsOf(ids(all, c -> c.isInForce(at)));
      assertThat(page(ConsentStanding.OUT, at, soon))
          .containsExactlyInAnyOrderElementsOf(ids(all, c -> !c.isInForce(at)));
      assertThat(page(ConsentStanding.EXPIRING, at, soon))
          .containsExactlyInAnyOrderElementsOf(ids(all, c -> c.isInForce(at) && ends.test(c)));
      assertThat(ending(at, soon)).containsAll(ids(all, c -> c.isInForce(at) && ends.test(c)));
      assertThat(ended(at)).containsExactlyInAnyOrderElementsOf(ids(all, c -> hasEnded(c, at)));
      assertThat(over(at))
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(c -> c.isOver(at.minusMillis(1)))
                  .map(c -> c.getTalent().getId())
                  .toList());
    }
  }

  private static boolean hasEnded(Consent consent, Instant at) {
    Instant until = consent.countingAt(at).getValidUntil();
    return until != null && !at.isBefore(until);
  }

  private static ConsentScope anyScope(Random random, UUID brand) {
    int from = random.nextInt(9) - 5;
    return scope(brand, from, random.nextInt(4) == 0 ? null : from + 1 + random.nextInt(4));
  }

  private static List<UUID> ids(List<Consent> all, Predicate<Consent> which) {
    return all.stream().filter(which).map(Consent::getId).toList();
  }

  private List<UUID> page(ConsentStanding standing, Instant at, Instant soon) {
    ConsentFilter filter = new ConsentFilter(null, null, standing);
    return database.inTransaction(
        work ->
            work.consents().page(filter, at, soon, PageRequest.first(100)).items().stream()
                .map(Consent::getId)
                .toList());
  }

  private List<UUID> ended(Instant at) {
    return database.inTransaction(work -> work.consents().ended(at, 100));
  }

  private List<UUID> over(Instant before) {
    return database.inTransaction(work -> work.erasures().over(before, null, 100));
  }

  /** By pages, as the reminders are. */
  private List<UUID> ending(Instant at, Instant soon) {
    List<UUID> found = new ArrayList<>();
    List<UUID> page = endingAfter(at, soon, null);
    while (!page.isEmpty()) {
      found.addAll(page);
      page = endingAfter(at, soon, page.get(page.size() - 1));
    }
    assertThat(found).doesNotHaveDuplicates();
    return found;
  }

  private List<UUID> endingAfter(Instant at, Instant soon, UUID after) {
    return database.inTransaction(work -> work.consents().ending(at, soon, after, 7));
  }
}
