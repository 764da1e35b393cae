package dev.timbre.speech.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Territory;
import dev.timbre.access.entity.TerritoryGroup;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabellingPoliciesTest {

  /** No policy comes with the database for it. */
  private static final String SOMEWHERE = "KR";

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Brand brand;

  @BeforeEach
  void a_brand() {
    brand = database.saved(AccessFixtures.brand());
  }

  private LabellingPolicy decided(UUID of, String territory, boolean audible, boolean metadata) {
    return decided(of, territory, LONG_AGO, null, audible, metadata);
  }

  private LabellingPolicy decided(
      UUID of, String territory, Instant from, Instant until, boolean audible, boolean metadata) {
    return database.saved(
        new LabellingPolicy(
            NOW,
            Actor.SYSTEM,
            new LabellingPolicy.Reach(of, territory, from, until),
            new LabellingPolicy.Demand(audible, metadata, Unlabelled.REPORT),
            null));
  }

  private Labels asked(String territory, Instant at) {
    return database.inTransaction(
        work -> Labels.askedBy(work.labellingPolicies().counting(brand.getId(), territory, at)));
  }

  @Test
  void china_asks_for_both_labels_since_september_2025_and_refuses_what_has_none() {
    assertThat(asked("CN", Instant.parse("2025-08-31T15:59:59Z"))).isEqualTo(Labels.NONE);

    Labels since = asked("CN", Instant.parse("2025-08-31T16:00:00Z"));

    assertThat(since.audible()).isTrue();
    assertThat(since.wanted()).isTrue();
    assertThat(since.strict()).isTrue();
    assertThat(since.policyIds()).hasSize(1);
  }

  @Test
  void europe_asks_for_a_label_in_the_file_since_august_2026() {
    assertThat(asked("DE", Instant.parse("2026-08-01T21:59:59Z"))).isEqualTo(Labels.NONE);

    Labels since = asked("DE", Instant.parse("2026-08-02T00:00:00Z"));

    assertThat(since.audible()).isFalse();
    assertThat(since.wanted()).isTrue();
    assertThat(since.strict()).isFalse();
  }

  @Test
  void speech_for_the_whole_world_keeps_every_territorys_policy() {
    Labels everywhere = asked("WORLD", Instant.parse("2026-11-01T00:00:00Z"));

    assertThat(everywhere.audible()).isTrue();
    assertThat(everywhere.strict()).isTrue();
    assertThat(everywhere.policyIds()).hasSizeGreaterThanOrEqualTo(28);
  }

  @Test
  void newer_policy_counts_instead_of_the_older_one() {
    decided(null, SOMEWHERE, false, true);
    decided(null, SOMEWHERE, true, false);

    assertThat(asked(SOMEWHERE, NOW).audible()).isTrue();
    assertThat(asked(SOMEWHERE, NOW).wanted()).isFalse();
  }

  @Test
  void brands_own_policy_counts_whatever_is_newer_for_all() {
    decided(brand.getId(), SOMEWHERE, true, true);
    decided(null, SOMEWHERE, false, false);

    assertThat(asked(SOMEWHERE, NOW).audible()).isTrue();
  }

  @Test
  void policy_that_asks_for_nothing_ends_what_was_asked() {
    decided(null, SOMEWHERE, true, true);
    decided(null, SOMEWHERE, false, false);

    assertThat(asked(SOMEWHERE, NOW)).isEqualTo(Labels.NONE);
  }

  @Test
  void policy_of_another_brand_or_another_time_does_not_count() {
    Brand other = database.saved(AccessFixtures.brand());
    decided(other.getId(), SOMEWHERE, true, true);
    decided(null, SOMEWHERE, NOW.plusSeconds(1), null, true, true);
    decided(null, SOMEWHERE, LONG_AGO, NOW, true, true);

    assertThat(asked(SOMEWHERE, NOW)).isEqualTo(Labels.NONE);
    assertThat(asked(SOMEWHERE, NOW.plusSeconds(1)).audible()).isTrue();
  }

  @Test
  void policy_for_the_world_counts_in_every_territory() {
    decided(brand.getId(), "WORLD", true, false);

    assertThat(asked(SOMEWHERE, NOW).audible()).isTrue();
  }

  @Test
  void policies_of_a_group_are_decided_together_and_found_again_by_any_of_them() {
    Actor admin = Actor.person(UUID.randomUUID());
    List<LabellingPolicy> union =
        LabellingPolicy.Reach.over(brand.getId(), "eu", LONG_AGO, null).stream()
            .map(reach -> policy(admin, reach))
            .toList();
    union.forEach(database::saved);
    LabellingPolicy alone =
        database.saved(policy(admin, new LabellingPolicy.Reach(null, SOMEWHERE, LONG_AGO, null)));

    assertThat(together(union.get(13)))
        .extracting(LabellingPolicy::getTerritory)
        .containsExactlyElementsOf(TerritoryGroup.EU.members().stream().sorted().toList());
    assertThat(together(alone)).containsExactly(alone);
  }

  private static LabellingPolicy policy(Actor by, LabellingPolicy.Reach reach) {
    LabellingPolicy.Demand demand = new LabellingPolicy.Demand(true, true, Unlabelled.REPORT);
    return new LabellingPolicy(NOW, by, reach, demand, null);
  }

  private List<LabellingPolicy> together(LabellingPolicy one) {
    return database.inTransaction(work -> work.labellingPolicies().decidedWith(one.getId()));
  }

  @Test
  void policies_are_listed_for_each_country_of_a_group() {
    PageRequest many = PageRequest.first(200);

    assertThat(
            database
                .inTransaction(
                    work -> work.labellingPolicies().page(Set.of(), Territory.named("EU"), many))
                .items())
        .hasSizeGreaterThanOrEqualTo(27)
        .allMatch(p -> TerritoryGroup.EU.members().contains(p.getTerritory()));
  }

  @Test
  void policy_nowhere_or_never_is_refused() {
    assertThatThrownBy(() -> new LabellingPolicy.Reach(null, "EU", NOW, null))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("EU");
    assertThatThrownBy(() -> new LabellingPolicy.Reach(null, "DE", NOW, NOW))
        .isInstanceOf(Invalid.class);
  }
}
