package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.testing.TestDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconciliationsTest {

  private static final String FOUND = "found-at-the-provider";

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private RegisteredVoice anna;
  private UUID account;

  @BeforeEach
  void anAccount() {
    anna = RegisteredVoice.live(database);
    account = anna.account().getId();
  }

  @Test
  void importThatMayStillBeApproved_isKnownInItsAccount() {
    Voice draft = database.saved(imported());

    assertThat(known(account, List.of(FOUND, "another"))).containsExactly(FOUND);
    assertThat(known(account, List.of("another"))).isEmpty();
    assertThat(known(UUID.randomUUID(), List.of(FOUND))).isEmpty();
    database.run(
        work -> {
          Voice submitted = work.voices().get(draft.getId());
          submitted.submit(NOW, VoiceFixtures.CURATOR, anna.consent().newest().getId());
        });
    assertThat(known(account, List.of(FOUND))).containsExactly(FOUND);
  }

  @Test
  void importThatWasRejected_isUnknownAgain() {
    Voice rejected = imported();
    rejected.submit(NOW, VoiceFixtures.CURATOR, anna.consent().newest().getId());
    rejected.reject(NOW, VoiceFixtures.APPROVER, "Not ours.");
    database.saved(rejected);

    assertThat(known(account, List.of(FOUND))).isEmpty();
  }

  @Test
  void importOfAWithdrawnConsent_isFoundUntilItHasACloneOrIsOver() {
    Voice draft = database.saved(imported());
    assertThat(withoutConsent(account, FOUND)).isEmpty();

    database.run(
        work ->
            work.add(
                work.consents()
                    .get(anna.consent().getId())
                    .withdraw(NOW, VoiceFixtures.CURATOR, "No more.")));

    assertThat(withoutConsent(account, FOUND)).containsExactly(draft.getId());
    assertThat(withoutConsent(account, "another")).isEmpty();
    assertThat(withoutConsent(UUID.randomUUID(), FOUND)).isEmpty();
    database.run(
        work -> {
          Voice voice = work.voices().get(draft.getId());
          work.add(new Clone(NOW, voice.getRevision(), voice.getImportedFrom()));
        });
    assertThat(withoutConsent(account, FOUND)).isEmpty();
  }

  private List<UUID> withoutConsent(UUID of, String listed) {
    return database.inTransaction(
        work ->
            work.reconciliations().importsWithoutConsent(of, List.of(listed)).stream()
                .map(Voice::getId)
                .toList());
  }

  private Set<String> known(UUID of, Collection<String> listed) {
    return database.inTransaction(work -> work.reconciliations().imported(of, listed));
  }

  private Voice imported() {
    return new Voice(
        NOW,
        new Voice.Identity(
            new Alias(anna.brand().getSlug() + ".found"),
            anna.brand().getId(),
            anna.talent().getId(),
            "de-DE"),
        "Found",
        null,
        new Revision.Choice(null, null, anna.consent().getId(), VoiceFixtures.options()),
        new ImportedFrom(account, FOUND));
  }
}
