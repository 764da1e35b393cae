package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.Work;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsentsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Brand brand;
  private Talent talent;
  private UUID id;

  @BeforeEach
  void a_talent_agrees() {
    brand = database.saved(AccessFixtures.brand());
    talent = database.saved(ConsentFixtures.talent());
    id = database.saved(ConsentFixtures.phoneConsent(talent, brand.getId())).getId();
  }

  @Test
  void days_are_kept_with_the_zone_they_were_meant_in() {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    database.run(
        work ->
            work.consents()
                .getForChange(id)
                .extend(NOW, ConsentFixtures.phoneScope(brand.getId()).in(shanghai), null));

    database.run(
        work ->
            assertThat(work.consents().get(id).getVersions())
                .extracting(version -> version.scope().zone())
                .containsExactly(null, shanghai));
  }

  @Test
  void use_under_way_holds_a_withdrawal_back_until_it_ends() {
    database.run(
        use -> {
          assertThat(use.consents().getForUse(id).isInForce(NOW)).isTrue();

          assertThatThrownBy(() -> database.run(work -> withdraw(work.impatiently())))
              .hasStackTraceContaining("lock timeout");
        });

    database.run(this::withdraw);
    assertThat(isWithdrawnForUse()).isTrue();
  }

  @Test
  void withdrawal_that_has_its_lock_is_not_decided_on_in_an_old_state() {
    database.run(
        late -> {
          late.consents().get(id);
          database.run(this::withdraw);

          assertThat(late.consents().getForChange(id).isWithdrawn()).isTrue();
        });
  }

  @Test
  void uses_under_way_do_not_hold_each_other_back() {
    database.run(
        first -> {
          first.consents().getForUse(id);

          database.run(
              second ->
                  assertThat(second.impatiently().consents().getForUse(id).isInForce(NOW))
                      .isTrue());
        });
  }

  @Test
  void withdrawal_under_way_holds_a_use_back() {
    database.run(
        withdrawal -> {
          withdraw(withdrawal);
          withdrawal.em().flush();

          assertThatThrownBy(() -> database.run(use -> use.impatiently().consents().getForUse(id)))
              .hasStackTraceContaining("lock timeout");
        });
  }

  @Test
  void consent_read_before_it_was_withdrawn_is_seen_withdrawn_at_use() {
    database.run(
        use -> {
          assertThat(use.consents().get(id).isWithdrawn()).isFalse();
          database.run(this::withdraw);

          assertThat(use.consents().getForUse(id).isWithdrawn()).isTrue();
        });
  }

  @Test
  void consent_read_before_it_was_extended_shows_the_new_version_at_use() {
    database.run(
        use -> {
          assertThat(use.consents().get(id).getVersions()).hasSize(1);
          database.run(this::extend);

          Consent locked = use.consents().getForUse(id);
          assertThat(locked.getVersions()).hasSize(2);
          assertThat(locked.newest().getNumber()).isEqualTo(2);
        });
  }

  @Test
  void consents_extended_behind_each_others_back_do_not_lose_a_version() {
    assertThatThrownBy(
            () ->
                database.run(
                    slow -> {
                      Consent mine = slow.consents().get(id);
                      database.run(this::extend);
                      mine.extend(LATER, ConsentFixtures.phoneScope(brand.getId()), "late");
                    }))
        .satisfiesAnyOf(
            e -> assertThat(e).hasStackTraceContaining("consent_version_consent_id_number_key"),
            e ->
                assertThat(e)
                    .isInstanceOf(RollbackException.class)
                    .hasCauseInstanceOf(OptimisticLockException.class));

    Consent read = database.inTransaction(work -> work.consents().get(id));
    assertThat(read.getVersions()).hasSize(2);
  }

  @Test
  void withdrawn_twice_is_a_conflict() {
    database.run(this::withdraw);

    assertThatThrownBy(() -> database.run(this::withdraw)).isInstanceOf(Conflict.class);
  }

  @Test
  void pinned_version_is_read_as_it_was_when_it_was_pinned() {
    UUID pinned = database.inTransaction(work -> work.consents().get(id).newest().getId());
    database.run(this::extend);
    database.run(this::withdraw);

    database.run(
        work -> {
          ConsentVersion version = work.consents().getVersion(pinned);
          assertThat(version.getNumber()).isEqualTo(1);
          assertThat(version.scope()).isEqualTo(ConsentFixtures.phoneScope(brand.getId()));
          assertThat(version.getConsent().isWithdrawn()).isTrue();
        });
  }

  @Test
  void consents_are_listed_by_talent() {
    Talent other = database.saved(ConsentFixtures.talent());
    Consent theirs = database.saved(ConsentFixtures.phoneConsent(other, brand.getId()));

    database.run(
        work -> {
          PageRequest all = PageRequest.first(10);
          assertThat(page(work, other.getId(), all).items()).containsExactly(theirs);
          assertThat(page(work, null, all).items()).hasSize(2);
          assertThat(work.talentBrands().choices(null)).containsExactlyInAnyOrder(talent, other);
        });
  }

  @Test
  void longer_list_costs_no_more_statements_and_loads_no_more_than_its_page() {
    for (int i = 0; i < 12; i++) {
      Talent another = database.saved(ConsentFixtures.talent());
      database.saved(ConsentFixtures.phoneConsent(another, brand.getId()));
    }

    long two = database.statementsFor(work -> page(work, null, PageRequest.first(2)));
    long ten = database.statementsFor(work -> page(work, null, PageRequest.first(10)));
    assertThat(ten).isEqualTo(two).isPositive();
    database.run(
        work -> {
          page(work, null, PageRequest.first(2));
          int perConsent = 3;
          int rows = 2 + 1;
          assertThat(work.em().unwrap(Session.class).getStatistics().getEntityCount())
              .as("a consent, its version and its talent for each row and the one after")
              .isEqualTo(rows * perConsent);
        });
  }

  @Test
  void unknown_talent_consent_and_version_are_not_found() {
    UUID unknown = UUID.randomUUID();

    database.run(
        work -> {
          assertThatThrownBy(() -> work.consents().getTalent(unknown)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.consents().get(unknown)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.consents().getForUse(unknown)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.consents().getVersion(unknown))
              .isInstanceOf(NotFound.class);
        });
  }

  private static Page<Consent> page(Work work, UUID talentId, PageRequest request) {
    return work.consents().page(new ConsentFilter(null, talentId, null), NOW, LATER, request);
  }

  private void withdraw(Work work) {
    Consent consent = work.consents().getForChange(id);
    work.consents().add(consent.withdraw(LATER, Actor.SYSTEM, null));
    work.em().flush();
  }

  private void extend(Work work) {
    work.consents().get(id).extend(LATER, ConsentFixtures.phoneScope(brand.getId()), "more");
  }

  private boolean isWithdrawnForUse() {
    return database.inTransaction(work -> work.consents().getForUse(id).isWithdrawn());
  }
}
