package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.entity.Actor;
import dev.timbre.storage.entity.Blob;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasure takes words and contents, and nothing else may change the ledgers. */
class ErasuresTest {

  private static final String SOUND = "b".repeat(64);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Consent consentWithEvidence(String name) {
    Talent talent = new Talent(NOW, name, name + "@example.org");
    Consent consent =
        new Consent(NOW, talent, ConsentFixtures.phoneScope(UUID.randomUUID()), name + " agrees.");
    ConsentEvidence evidence =
        new ConsentEvidence(
            NOW,
            consent.newest(),
            new ConsentEvidence.Content(EvidenceKind.DOCUMENT, name + ".pdf", SOUND),
            Actor.SYSTEM);
    database.run(
        work -> {
          work.blobs().addOnce(new Blob(NOW, SOUND, 1, "audio/wav"));
          work.add(talent);
          work.consents().add(consent);
          work.consents().add(evidence);
        });
    return consent;
  }

  @Test
  void words_areBlankedForOneTalentOnly() {
    Consent anna = consentWithEvidence("Anna");
    Consent bert = consentWithEvidence("Bert");

    database.run(work -> work.erasures().blankLedgers(anna.getTalent().getId()));

    assertThat(statementOf(anna)).isNull();
    assertThat(statementOf(bert)).isEqualTo("Bert agrees.");
    assertThat(filenameOf(anna)).isEqualTo("erased");
    assertThat(filenameOf(bert)).isEqualTo("Bert.pdf");
  }

  private String statementOf(Consent consent) {
    return database.inTransaction(
        work -> work.consents().getVersion(consent.newest().getId()).getStatement());
  }

  private String filenameOf(Consent consent) {
    return database.inTransaction(
        work -> work.consents().evidenceOf(consent.newest().getId()).get(0).getFilename());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update consent_version set statement = 'I agree to all.'",
        "update consent_version set valid_until = null",
        "update consent_version set statement = null, purposes = '{NEWS}'",
        "update consent_evidence set filename = 'other.pdf'",
        "update consent_evidence set sha256 = sha256",
        "update consent_statement set text = ''",
        "delete from consent_version",
        "delete from consent_evidence",
        "delete from consent_expiry",
        "delete from erasure_item"
      })
  void anyOtherChange_isRefusedByTheDatabase(String statement) {
    consentWithEvidence("Anna");
    assertThatThrownBy(
            () -> database.run(work -> work.em().createNativeQuery(statement).executeUpdate()))
        .hasStackTraceContaining("ERROR");
  }

  @Test
  void sharedContents_areHeldUntilTheLastOwnerLetsGo() {
    Consent anna = consentWithEvidence("Anna");
    Consent bert = consentWithEvidence("Bert");
    release(anna);
    assertThat(isHeld()).isTrue();
    release(bert);
    assertThat(isHeld()).isFalse();
  }

  private void release(Consent consent) {
    UUID talent = consent.getTalent().getId();
    database.run(
        work -> {
          Erasure erasure = new Erasure(NOW, talent, ErasureCause.REQUEST);
          work.erasures().add(erasure);
          work.erasures().releaseEvidence(erasure.getId(), talent);
          assertThat(work.erasures().contentsOf(erasure.getId())).containsExactly(SOUND);
        });
  }

  private boolean isHeld() {
    return database.inTransaction(
        work -> work.blobs().isHeldByOthers(SOUND, work.erasures().releasedBy(SOUND)));
  }

  @Test
  void erasedContents_comeBackWhenTheyAreStoredAgain() {
    consentWithEvidence("Anna");
    database.run(work -> work.blobs().markErased(SOUND, NOW));
    assertThat(erasedAt()).isEqualTo(NOW);
    database.run(work -> work.blobs().addOnce(new Blob(NOW, SOUND, 1, "audio/wav")));
    assertThat(erasedAt()).isNull();
  }

  private Object erasedAt() {
    return database.inTransaction(work -> work.blobs().get(SOUND).getErasedAt());
  }

  @Test
  void retention_findsTalentsWhoseLastConsentEndedLongAgo() {
    Consent anna = consentWithEvidence("Anna");
    consentWithEvidence("Bert");
    database.run(
        work -> {
          Consent mine = work.consents().getForChange(anna.getId());
          work.consents().add(mine.withdraw(NOW, Actor.SYSTEM, null));
        });
    assertThat(over(NOW)).isEmpty();
    assertThat(over(NOW.plusSeconds(1))).containsExactly(anna.getTalent().getId());
  }

  private List<UUID> over(Instant before) {
    return database.inTransaction(work -> work.erasures().over(before, null, 10));
  }

  @Test
  void retention_goesOnBehindThoseWhoMustStay() {
    UUID anna = consentWithEvidence("Anna").getTalent().getId();
    UUID bert = consentWithEvidence("Bert").getTalent().getId();
    UUID first = anna.compareTo(bert) < 0 ? anna : bert;
    UUID second = first.equals(anna) ? bert : anna;
    Instant end = NOW.plus(Duration.ofDays(400));
    assertThat(page(end, null)).containsExactly(first);
    assertThat(page(end, first)).containsExactly(second);
    assertThat(page(end, second)).isEmpty();
  }

  private List<UUID> page(Instant before, UUID after) {
    return database.inTransaction(work -> work.erasures().over(before, after, 1));
  }

  @Test
  void endOfValidity_isNotedOnce() {
    Consent anna = consentWithEvidence("Anna");
    ConsentVersion version = anna.newest();
    Instant end = version.getValidUntil();
    assertThat(ended(end.minusNanos(1000))).isEmpty();
    assertThat(ended(end)).containsExactly(anna.getId());
    assertThat(noted(version)).isTrue();
    assertThat(noted(version)).isFalse();
    assertThat(ended(end)).isEmpty();
  }

  private List<UUID> ended(Instant at) {
    return database.inTransaction(work -> work.consents().ended(at, 10));
  }

  private boolean noted(ConsentVersion version) {
    return database.inTransaction(work -> work.consents().noteEnd(version, NOW));
  }
}
