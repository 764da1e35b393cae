package dev.timbre.finding.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingsTest {

  private static final Actor CARLA = Actor.person(UUID.randomUUID());

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private final UUID clone = UUID.randomUUID();

  @Test
  void finding_is_read_as_written() {
    Brand brand = database.saved(AccessFixtures.brand());
    Facts facts = Facts.of(Change.of("state", "PERMANENT", "MISSING"), Change.to("account", 7));
    Finding written = new Finding(NOW, FindingKind.CLONE_MISSING, brand.getId(), clone, facts);
    written.ignore(LATER, CARLA, "The voice is retired next week.");
    database.saved(written);

    Finding read = database.inTransaction(work -> work.findings().get(written.getId()));

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("version", "facts")
        .isEqualTo(written);
    assertThat(read.getFacts()).isEqualTo(facts);
    assertThat(read.getFacts().get("stateBefore")).isEqualTo("PERMANENT");
    assertThat(read.getFacts().find("nothing")).isEmpty();
  }

  @Test
  void same_matter_seen_by_two_checks_is_one_finding() {
    Finding first = finding();
    Finding second = finding();

    database.run(work -> assertThat(work.findings().addOnce(first)).isTrue());
    database.run(work -> assertThat(work.findings().addOnce(second)).isFalse());

    database.run(
        work ->
            assertThat(work.findings().findForDecision(FindingKind.CLONE_MISSING, clone))
                .contains(first));
  }

  @Test
  void resolved_matter_seen_again_is_open_again() {
    Finding finding = finding();
    finding.resolve(NOW, CARLA, "re-clone", null);

    assertThat(finding.seenAgain(LATER, Facts.of())).isTrue();

    assertThat(finding.getState()).isEqualTo(FindingState.OPEN);
    assertThat(finding.getLastSeenAt()).isEqualTo(LATER);
    assertThat(finding.getRemedy()).isNull();
    assertThat(finding.getDecider()).isNull();
  }

  @Test
  void ignored_matter_seen_again_stays_ignored() {
    Finding finding = finding();
    finding.ignore(NOW, CARLA, "It belongs to our sister company.");

    assertThat(finding.seenAgain(LATER, Facts.of(Change.to("seen", 2)))).isFalse();

    assertThat(finding.getState()).isEqualTo(FindingState.IGNORED);
    assertThat(finding.getReason()).isEqualTo("It belongs to our sister company.");
    assertThat(finding.getFacts().get("seen")).isEqualTo("2");
  }

  @Test
  void decided_matter_is_not_decided_twice() {
    Finding finding = finding();
    finding.resolve(NOW, CARLA, null, "The provider gave it back.");

    assertThatThrownBy(() -> finding.ignore(LATER, CARLA, "x")).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> finding.resolve(LATER, CARLA, "re-clone", null))
        .isInstanceOf(Conflict.class);
    assertThat(finding.getDecidedAt()).isEqualTo(NOW);
  }

  @Test
  void matter_is_not_ignored_without_a_reason() {
    assertThatThrownBy(() -> finding().ignore(NOW, CARLA, " ")).isInstanceOf(Invalid.class);
  }

  @Test
  void list_shows_what_the_reader_may_see() {
    Brand acme = database.saved(AccessFixtures.brand());
    Finding ofAcme =
        database.saved(new Finding(NOW, FindingKind.VOICE_DRIFT, acme.getId(), clone, Facts.of()));
    Finding ofNobody = database.saved(finding());

    database.run(
        work -> {
          PageRequest first = PageRequest.first(10);
          FindingFilter all = new FindingFilter(null, false, null, null, null, clone);
          assertThat(work.findings().page(all, first).items()).contains(ofAcme, ofNobody);
          FindingFilter visible =
              new FindingFilter(Set.of(acme.getId()), false, null, null, FindingState.OPEN, null);
          assertThat(work.findings().page(visible, first).items()).containsExactly(ofAcme);
          assertThat(work.findings().count(visible)).isEqualTo(1);
          FindingFilter none = new FindingFilter(Set.of(), false, null, null, null, null);
          assertThat(work.findings().window(none, 0, 10)).isEmpty();
          FindingFilter company = new FindingFilter(Set.of(), true, null, null, null, clone);
          assertThat(work.findings().window(company, 0, 10)).containsExactly(ofNobody);
        });
  }

  @Test
  void unknown_finding_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.findings().getForDecision(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  private Finding finding() {
    return new Finding(NOW, FindingKind.CLONE_MISSING, null, clone, Facts.of());
  }
}
