package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.audio.entity.AudioFixtures;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.storage.entity.Blob;
import dev.timbre.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TalentBrandsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Brand brand;
  private Brand other;
  private Talent talent;
  private UUID consent;

  @BeforeEach
  void a_talent_agrees_to_a_brand() {
    brand = database.saved(AccessFixtures.brand());
    other = database.saved(AccessFixtures.brand());
    talent = database.saved(ConsentFixtures.talent());
    consent = database.saved(ConsentFixtures.phoneConsent(talent, brand.getId())).getId();
  }

  private List<Talent> shownTo(UUID... brands) {
    Set<UUID> visible = Set.of(brands);
    return database.inTransaction(
        work -> {
          List<Talent> page = work.talentBrands().talents(visible, PageRequest.first(10)).items();
          assertThat(work.talentBrands().choices(visible))
              .containsExactlyInAnyOrderElementsOf(page);
          return page;
        });
  }

  private List<Consent> consentsShownTo(Set<UUID> visible) {
    ConsentFilter filter = new ConsentFilter(visible, null, null);
    return database.inTransaction(
        work -> work.consents().page(filter, NOW, LATER, PageRequest.first(10)).items());
  }

  @Test
  void talent_is_shown_to_the_brand_they_agreed_to_alone() {
    assertThat(shownTo(brand.getId())).containsExactly(talent);
    assertThat(shownTo(brand.getId(), other.getId())).containsExactly(talent);
    assertThat(shownTo(other.getId())).isEmpty();
    assertThat(shownTo()).isEmpty();
  }

  @Test
  void consent_is_shown_to_the_brands_of_all_its_versions() {
    assertThat(consentsShownTo(Set.of(other.getId()))).isEmpty();
    assertThat(consentsShownTo(Set.of())).isEmpty();
    database.run(
        work ->
            work.consents()
                .get(consent)
                .extend(LATER, ConsentFixtures.phoneScope(other.getId()), null));

    for (Brand each : List.of(brand, other)) {
      assertThat(consentsShownTo(Set.of(each.getId())))
          .extracting(Consent::getId)
          .containsExactly(consent);
    }
    assertThat(brandsOf(talent)).containsExactlyInAnyOrder(brand.getId(), other.getId());
  }

  @Test
  void talent_whom_nobody_has_asked_or_recorded_is_shown_to_all() {
    Talent nobodys = database.saved(ConsentFixtures.talent());

    assertThat(shownTo(other.getId())).containsExactly(nobodys);
    assertThat(shownTo()).containsExactly(nobodys);
    assertThat(brandsOf(nobodys)).isEmpty();
  }

  @Test
  void talent_is_shown_to_the_brand_that_recorded_them() {
    Talent recorded = database.saved(ConsentFixtures.talent());
    Blob blob = database.saved(AudioFixtures.blob());
    database.saved(AudioFixtures.recording(blob, other.getId(), recorded.getId()));

    assertThat(shownTo(other.getId())).containsExactly(recorded);
    assertThat(shownTo(brand.getId())).containsExactly(talent);
  }

  @Test
  void brands_of_several_talents_are_read_at_once() {
    Talent second = database.saved(ConsentFixtures.talent());
    database.saved(ConsentFixtures.phoneConsent(second, other.getId()));

    Map<UUID, Set<UUID>> read =
        database.inTransaction(
            work -> work.talentBrands().of(List.of(talent.getId(), second.getId())));

    assertThat(read)
        .containsOnly(
            Map.entry(talent.getId(), Set.of(brand.getId())),
            Map.entry(second.getId(), Set.of(other.getId())));
  }

  private Set<UUID> brandsOf(Talent whom) {
    return database.inTransaction(work -> work.talentBrands().of(whom.getId()));
  }
}
