package dev.timbre.notice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.Role;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticesTest {

  private static final Map<String, String> VALUES = Map.of("voice", "acme.anna", "hours", "48");

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void occasion_announced_before_is_not_announced_again_and_keeps_its_values() {
    Person anna = database.saved(AccessFixtures.person());
    database.run(
        work -> {
          Notice first = announce(work, "clone:48", VALUES).orElseThrow();
          work.notices().add(new Addressee(NOW, first, anna.getId()));
        });
    assertThat(announce("clone:48", Map.of("voice", "acme.other"))).isFalse();
    assertThat(announce("clone:24", VALUES)).isTrue();

    database.run(
        work -> {
          Notice kept = unread(work, anna).get(0).getNotice();
          assertThat(kept.getValues()).isEqualTo(VALUES);
          assertThat(kept.getCreatedAt()).isEqualTo(NOW);
        });
  }

  @Test
  void nodes_that_race_to_announce_an_occasion_announce_it_once() {
    List<Boolean> firsts = Callers.together(16, number -> announce("clone:6", VALUES));

    assertThat(firsts).containsOnlyOnce(true);
  }

  @Test
  void announcement_whose_transaction_failed_leaves_the_occasion_free() {
    assertThatThrownBy(
            () ->
                database.run(
                    work -> {
                      announce(work, "clone:96", VALUES);
                      throw new IllegalArgumentException("the change itself failed");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(announce("clone:96", VALUES)).isTrue();
  }

  @Test
  void notice_of_a_brand_and_a_subject_is_found_by_its_subject() {
    Brand brand = database.saved(AccessFixtures.brand());
    UUID clone = UUID.randomUUID();
    database.run(
        work ->
            work.notices()
                .addOnce(
                    new Notice(
                        NOW,
                        "k",
                        NoticeKind.CLONE_DEADLINE,
                        new Notice.About(brand.getId(), clone),
                        VALUES)));

    List<Notice> about = database.inTransaction(work -> work.notices().about(clone, 10));

    assertThat(about).singleElement().extracting(Notice::getBrandId).isEqualTo(brand.getId());
  }

  @Test
  void notice_read_by_one_person_stays_unread_for_another() {
    Person anna = database.saved(AccessFixtures.person());
    Person ben = database.saved(AccessFixtures.person());
    UUID notice = announced(anna, ben);

    database.run(work -> work.notices().get(notice, anna.getId()).read(NOW));
    database.run(work -> work.notices().get(notice, anna.getId()).read(LATER));

    database.run(
        work -> {
          assertThat(work.notices().countUnread(anna.getId())).isZero();
          assertThat(work.notices().countUnread(ben.getId())).isEqualTo(1);
          assertThat(work.notices().get(notice, anna.getId()).getReadAt()).isEqualTo(NOW);
          assertThat(unread(work, anna)).isEmpty();
          assertThat(unread(work, ben)).hasSize(1);
        });
  }

  @Test
  void everything_read_at_once_leaves_what_others_have() {
    Person anna = database.saved(AccessFixtures.person());
    Person ben = database.saved(AccessFixtures.person());
    announced(anna, ben);

    int read = database.inTransaction(work -> work.notices().readAll(anna.getId(), NOW));

    assertThat(read).isEqualTo(1);
    database.run(work -> assertThat(work.notices().countUnread(ben.getId())).isEqualTo(1));
  }

  @Test
  void notice_of_others_is_not_found() {
    Person anna = database.saved(AccessFixtures.person());
    UUID notice = announced(anna);

    database.run(
        work ->
            assertThatThrownBy(() -> work.notices().get(notice, UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  @Test
  void holders_of_a_role_are_those_of_the_brand_and_of_all_brands_and_not_the_disabled() {
    Brand acme = database.saved(AccessFixtures.brand());
    Brand other = database.saved(AccessFixtures.brand());
    Person ofAcme = holder(Role.APPROVER, acme.getId());
    Person ofAll = holder(Role.APPROVER, null);
    holder(Role.APPROVER, other.getId());
    holder(Role.AUDITOR, acme.getId());
    Person gone = holder(Role.APPROVER, acme.getId());
    database.run(work -> work.people().get(gone.getId()).disable(NOW));

    database.run(
        work -> {
          assertThat(work.people().holding(Set.of(Role.APPROVER), acme.getId()))
              .containsExactlyInAnyOrder(ofAcme.getId(), ofAll.getId());
          assertThat(work.people().holding(Set.of(Role.APPROVER), null))
              .containsExactly(ofAll.getId());
        });
  }

  @Test
  void old_notices_go_with_all_that_hangs_on_them_and_what_is_being_sent_stays() {
    Person anna = database.saved(AccessFixtures.person());
    UUID sent = announced(anna);
    UUID sending = announced(anna);
    UUID work = mailing(sent, anna);
    mailing(sending, anna);
    database.run(done -> done.operations().get(work).succeed(NOW, "The mail server took it."));

    assertThat(forgotten(NOW, 10)).isZero();
    assertThat(forgotten(LATER, 10)).isEqualTo(1);

    database.run(
        now -> {
          assertThat(now.notices().page(anna.getId(), null, PageRequest.first(10)).items())
              .singleElement()
              .extracting(told -> told.getNotice().getId())
              .isEqualTo(sending);
          assertThat(now.operations().find(work)).isEmpty();
        });
  }

  @Test
  void old_notices_go_in_batches() {
    Person anna = database.saved(AccessFixtures.person());
    for (int i = 0; i < 5; i++) {
      announced(anna);
    }

    assertThat(List.of(forgotten(LATER, 3), forgotten(LATER, 3), forgotten(LATER, 3)))
        .containsExactly(3, 2, 0);
  }

  private int forgotten(Instant before, int most) {
    return database.inTransaction(work -> work.notices().forgetBefore(before, most));
  }

  /** The work that mails a notice to somebody. */
  private UUID mailing(UUID notice, Person to) {
    return database.inTransaction(
        work -> {
          UUID told = work.notices().get(notice, to.getId()).getId();
          Operation mailing = new Operation("notice-mail", told, NOW);
          work.operations().add(mailing);
          return mailing.getId();
        });
  }

  private Person holder(Role role, UUID brandId) {
    Person person = database.saved(AccessFixtures.person());
    database.saved(new Grant(NOW, person, role, brandId));
    return person;
  }

  private UUID announced(Person... concerned) {
    return database.inTransaction(
        work -> {
          Notice notice = announce(work, UUID.randomUUID().toString(), VALUES).get();
          Set.of(concerned).forEach(p -> work.notices().add(new Addressee(NOW, notice, p.getId())));
          return notice.getId();
        });
  }

  private static List<Addressee> unread(Work work, Person person) {
    return work.notices().page(person.getId(), true, PageRequest.first(10)).items();
  }

  private boolean announce(String key, Map<String, String> values) {
    return database.inTransaction(work -> announce(work, key, values).isPresent());
  }

  private static Optional<Notice> announce(Work work, String key, Map<String, String> values) {
    return work.notices()
        .addOnce(
            new Notice(NOW, key, NoticeKind.CLONE_DEADLINE, new Notice.About(null, null), values));
  }
}
