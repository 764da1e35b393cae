package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvitationsTest {

  private static final Duration VALID = Duration.ofDays(3);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private final InvitationToken token = InvitationToken.generate();

  private Invitation invitation() {
    Person anna = database.saved(AccessFixtures.person());
    return database.saved(new Invitation(NOW, anna.getId(), token, VALID));
  }

  @Test
  void invitation_is_found_by_its_token_and_no_other() {
    Invitation made = invitation();

    database.run(
        work -> {
          assertThat(work.invitations().findByToken(token)).contains(made);
          assertThat(work.invitations().findByToken(InvitationToken.generate())).isEmpty();
          assertThat(work.invitations().findByToken(new InvitationToken(""))).isEmpty();
        });
  }

  @Test
  void invitation_ends_by_time_and_by_use() {
    Invitation made = invitation();

    assertThat(made.isOpen(NOW.plus(VALID).minusNanos(1))).isTrue();
    assertThat(made.isOpen(NOW.plus(VALID))).isFalse();
    made.end(NOW);
    assertThat(made.isOpen(NOW)).isFalse();
  }

  @Test
  void newer_invitation_replaces_the_older() {
    Invitation older = invitation();

    database.run(work -> work.invitations().endAll(older.getPersonId(), NOW));

    database.run(
        work -> {
          assertThat(work.invitations().get(older.getId()).isOpen(NOW)).isFalse();
          assertThat(work.invitations().openUntil(older.getPersonId(), NOW)).isEmpty();
        });
  }

  @Test
  void invitation_that_one_transaction_uses_waits_for_nobody_else() {
    invitation();

    database.run(
        first -> {
          assertThat(first.invitations().claimByToken(token)).isPresent();
          assertThatThrownBy(
                  () ->
                      database.run(
                          second -> second.impatiently().invitations().claimByToken(token)))
              .hasStackTraceContaining("lock timeout");
        });
  }

  @Test
  void token_is_not_kept_nor_shown() {
    assertThat(token.digest()).doesNotContain(token.reveal()).matches("[0-9a-f]{64}");
    assertThat(token.toString()).doesNotContain(token.reveal());
  }

  @Test
  void person_is_found_by_issuer_and_subject_together() {
    Person anna = database.saved(AccessFixtures.person());
    PersonIdentity hers =
        database.saved(new PersonIdentity(NOW, anna.getId(), "https://id.example", "1"));

    database.run(
        work -> {
          assertThat(work.people().findIdentity("https://id.example", "1")).contains(hers);
          assertThat(work.people().findIdentity("https://other.example", "1")).isEmpty();
          assertThat(work.people().findIdentity("https://id.example", "2")).isEmpty();
          assertThat(work.people().identitiesOf(anna.getId())).hasSize(1);
        });
  }

  @Test
  void unlinked_identity_stays_known_until_it_is_linked_again() {
    Person anna = database.saved(AccessFixtures.person());
    Person bert = database.saved(AccessFixtures.person());
    UUID id =
        database.saved(new PersonIdentity(NOW, anna.getId(), "https://id.example", "1")).getId();
    database.run(work -> work.people().getIdentity(id).use());
    database.run(work -> work.people().getIdentity(id).unlink(NOW));
    database.run(work -> work.people().getIdentity(id).unlink(LATER));

    database.run(
        work -> {
          PersonIdentity unlinked =
              work.people().findIdentity("https://id.example", "1").orElseThrow();
          assertThat(unlinked.getUnlinkedAt()).isEqualTo(NOW);
          unlinked.linkTo(anna.getId());
          assertThat(unlinked.isLinked()).isTrue();
          assertThat(unlinked.isUsed()).isTrue();
          unlinked.linkTo(bert.getId());
          assertThat(unlinked.isUsed()).isFalse();
        });
  }

  @Test
  void grant_by_claim_stands_beside_the_same_one_by_hand() {
    Person anna = database.saved(AccessFixtures.person());
    database.saved(new Grant(NOW, anna, Role.CURATOR, null));
    database.saved(Grant.byClaim(NOW, anna, Role.CURATOR, null));

    assertThatThrownBy(() -> database.saved(Grant.byClaim(NOW, anna, Role.CURATOR, null)))
        .hasStackTraceContaining("role_grant_person_id_role_brand_id_key");
  }

  @Test
  void malformed_address_is_refused_and_an_empty_one_removes_it() {
    Person anna = AccessFixtures.person();
    anna.writeTo("anna@example.org");

    assertThatThrownBy(() -> anna.writeTo("anna")).isInstanceOf(Invalid.class);
    anna.writeTo("");
    assertThat(anna.getEmail()).isNull();
  }
}
