package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void username_is_found_in_any_case_and_with_blanks_around() {
    Person anna = database.saved(new Person(NOW, "Anna@Example.org", "Anna", null));

    database.run(
        work -> {
          assertThat(work.people().findByUsername(" ANNA@example.ORG ")).contains(anna);
          assertThat(work.people().findByUsername("ann")).isEmpty();
        });
  }

  @Test
  void username_taken_in_another_case_is_refused_by_the_database() {
    database.saved(new Person(NOW, "anna", "Anna", null));

    assertThatThrownBy(() -> database.saved(new Person(NOW, "ANNA", "Other", null)))
        .hasStackTraceContaining("person_username_key");
  }

  @Test
  void same_grant_twice_is_refused_even_for_all_brands() {
    Person anna = database.saved(AccessFixtures.person());
    database.saved(new Grant(NOW, anna, Role.ADMIN, null));

    assertThatThrownBy(() -> database.saved(new Grant(NOW, anna, Role.ADMIN, null)))
        .hasStackTraceContaining("role_grant_person_id_role_brand_id_key");
  }

  @Test
  void admins_are_counted_once_without_disabled_people_and_brand_admins() {
    Brand brand = database.saved(AccessFixtures.brand());
    Person admin = grantee(null);
    database.saved(new Grant(NOW, admin, Role.ADMIN, brand.getId()));
    grantee(brand.getId());
    Person gone = grantee(null);
    database.run(work -> work.people().get(gone.getId()).disable(NOW));

    long admins = database.inTransaction(work -> work.people().countAdmins());

    assertThat(admins).isEqualTo(1);
  }

  @Test
  void admins_who_revoke_each_other_at_once_do_not_both_find_one_left() {
    List<Grant> admins = Stream.of(grantee(null), grantee(null)).map(this::onlyGrant).toList();
    Phaser bothRemoved = new Phaser(2);

    List<Boolean> gone =
        Callers.together(
            2,
            number -> {
              try {
                database.run(
                    work -> {
                      work.people().remove(work.people().getGrant(admins.get(number).getId()));
                      assertThat(work.people().grantsOf(personOf(admins.get(number)))).isEmpty();
                      bothRemoved.arriveAndAwaitAdvance();
                      if (work.people().countAdmins() == 0) {
                        throw new IllegalStateException("nobody is left");
                      }
                    });
                return true;
              } catch (IllegalStateException e) {
                return false;
              }
            });

    assertThat(gone).containsExactlyInAnyOrder(true, false);
  }

  private static UUID personOf(Grant grant) {
    return grant.getPerson().getId();
  }

  private Grant onlyGrant(Person person) {
    return database.inTransaction(work -> work.people().grantsOf(person.getId())).get(0);
  }

  @Test
  void grants_of_one_person_are_listed_and_can_be_removed() {
    Person anna = grantee(null);
    Person other = grantee(null);

    database.run(
        work -> {
          List<Grant> grants = work.people().grantsOf(anna.getId());
          assertThat(grants).hasSize(1);
          work.people().remove(work.people().getGrant(grants.get(0).getId()));
        });

    database.run(
        work -> {
          PageRequest all = PageRequest.first(10);
          assertThat(work.people().grantsOf(anna.getId())).isEmpty();
          assertThat(work.people().grants(other.getId(), all).items()).hasSize(1);
          assertThat(work.people().grants(null, all).items()).hasSize(1);
        });
  }

  @Test
  void names_are_given_for_ids_that_are_people() {
    Person anna = database.saved(AccessFixtures.person());

    database.run(
        work -> {
          assertThat(work.people().namesOf(List.of(anna.getId(), UUID.randomUUID())))
              .isEqualTo(Map.of(anna.getId(), anna.getDisplayName()));
          assertThat(work.people().namesOf(List.of())).isEmpty();
        });
  }

  @Test
  void unknown_person_and_grant_are_not_found() {
    database.run(
        work -> {
          assertThatThrownBy(() -> work.people().get(UUID.randomUUID()))
              .isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.people().getGrant(UUID.randomUUID()))
              .isInstanceOf(NotFound.class);
          assertThat(work.people().count()).isZero();
        });
  }

  /** Commits a person who is an admin of a brand, or of all. */
  private Person grantee(UUID brandId) {
    Person person = database.saved(AccessFixtures.person());
    database.saved(new Grant(NOW, person, Role.ADMIN, brandId));
    return person;
  }
}
