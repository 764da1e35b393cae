package dev.timbre.testing;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Invitation;
import dev.timbre.access.entity.InvitationToken;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.access.entity.PersonSession;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Scope;
import dev.timbre.access.entity.SessionOrigin;
import dev.timbre.access.entity.Use;
import dev.timbre.audio.entity.AudioFixtures;
import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentEvidence;
import dev.timbre.consent.entity.ConsentFixtures;
import dev.timbre.consent.entity.ConsentWithdrawal;
import dev.timbre.consent.entity.EvidenceKind;
import dev.timbre.consent.entity.Talent;
import dev.timbre.platform.entity.IdempotencyKey;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Operation;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderFixtures;
import dev.timbre.speech.entity.Labels;
import dev.timbre.speech.entity.MetadataLabel;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFixtures;
import dev.timbre.storage.entity.Blob;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Reservation;
import dev.timbre.usage.entity.Usage;
import dev.timbre.usage.entity.UsageUnit;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.RegisteredVoice;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Voice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema fits the entities, and what is written is what is read. */
class RoundTripTest {

  /** The version counts writes, associations and collections are compared by their own tests. */
  private static final RecursiveComparisonConfiguration SAME_VALUES =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFields("version")
          .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
          .build();

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void platform_entities_are_read_as_written() {
    Operation operation = new Operation("clone", UUID.randomUUID(), NOW);
    operation.postpone(LATER, "The provider is busy.");

    assertReadAsWritten(database.saved(operation));
  }

  @Test
  void idempotency_key_is_read_as_written() {
    IdempotencyKey.Key key = new IdempotencyKey.Key("client:1", "k-1");
    UUID made = UUID.randomUUID();
    database.run(
        work -> {
          work.idempotencyKeys().claim(key, "digest", NOW);
          work.idempotencyKeys().get(key).made(made);
        });

    IdempotencyKey read = database.inTransaction(work -> work.idempotencyKeys().get(key));

    assertThat(read.getDigest()).isEqualTo("digest");
    assertThat(read.getSubjectId()).isEqualTo(made);
    assertThat(read.getCreatedAt()).isEqualTo(NOW);
  }

  @Test
  void audit_entry_is_read_as_written() {
    AuditEntry entry =
        new AuditEntry(
                NOW,
                Actor.client(UUID.randomUUID()),
                AuditAction.VOICE_APPROVE,
                UUID.randomUUID(),
                AuditOutcome.REFUSED)
            .because("two-people-needed")
            .changing(List.of(Change.of("state", "SUBMITTED", null), Change.of("x", "1", "1")))
            .correlated("c-1")
            .traced("t-1");

    database.run(work -> work.auditLog().add(entry, "203.0.113.7"));

    assertReadAsWritten(entry);
    assertThat(entry.getChanges())
        .isEqualTo("[{\"field\":\"state\",\"before\":\"SUBMITTED\",\"after\":null}]");
    Map<UUID, String> addresses =
        database.inTransaction(work -> work.auditLog().addressesOf(List.of(entry)));
    assertThat(addresses).containsExactly(Map.entry(entry.getId(), "203.0.113.7"));
  }

  @Test
  void access_entities_are_read_as_written() {
    Brand brand = database.saved(AccessFixtures.brand());
    Person person = database.saved(AccessFixtures.person());
    Client client = database.saved(AccessFixtures.client(brand));
    Use use = database.saved(AccessFixtures.phoneUse(client));
    ApiKey clientKey =
        ApiKey.ofClient(
            NOW,
            ApiKeySecret.generate(),
            "hotline",
            client.getId(),
            Set.of(Scope.SPEECH, Scope.VOICES_READ),
            LATER);
    ApiKey personKey =
        ApiKey.ofPerson(NOW, ApiKeySecret.generate(), "script", person.getId(), null);

    List.of(brand, person, client, use).forEach(this::assertReadAsWritten);
    assertReadAsWritten(database.saved(clientKey));
    assertReadAsWritten(database.saved(personKey));
  }

  @Test
  void sessions_invitations_and_identities_are_read_as_written() {
    Person written = AccessFixtures.person();
    written.writeTo("anna@example.org");
    Person person = database.saved(written);
    PersonSession session =
        new PersonSession(
            NOW, person.getId(), SessionOrigin.PROVIDER, "203.0.113.7", Duration.ofHours(12));
    session.end(LATER);
    Invitation invitation =
        new Invitation(NOW, person.getId(), InvitationToken.generate(), Duration.ofDays(3));

    assertReadAsWritten(person);
    assertReadAsWritten(database.saved(session));
    assertReadAsWritten(database.saved(invitation));
    assertReadAsWritten(
        database.saved(new PersonIdentity(NOW, person.getId(), "https://id.example", "s-1")));
  }

  @Test
  void grant_is_read_with_its_person_and_brand() {
    Brand brand = database.saved(AccessFixtures.brand());
    Person person = database.saved(AccessFixtures.person());
    Grant grant = database.saved(new Grant(NOW, person, Role.APPROVER, brand.getId()));

    Grant read = database.inTransaction(work -> work.people().grantsOf(person.getId()).get(0));

    assertThat(read).isEqualTo(grant);
    assertThat(read.getPerson()).isEqualTo(person);
    assertThat(read.getRole()).isEqualTo(Role.APPROVER);
    assertThat(read.getBrandId()).isEqualTo(brand.getId());
  }

  @Test
  void provider_account_is_read_as_written() {
    ProviderAccount account = ProviderFixtures.account();
    account.prefer(true);
    account.checked(LATER, "reachable");

    assertReadAsWritten(database.saved(account));
  }

  @Test
  void recording_is_read_with_its_report() {
    Blob blob = database.saved(AudioFixtures.blob());
    PreflightReport report =
        AudioFixtures.report(
            new QualityWarning(
                QualityWarning.Kind.TOO_QUIET, true, -40.5, -30.0, "The recording is too quiet."),
            new QualityWarning(QualityWarning.Kind.SILENT, false, null, -70.0, "Silent."));
    Recording recording =
        new Recording(
            NOW,
            Actor.SYSTEM,
            new Recording.Label(RecordingPurpose.CLONE_PROMPT, null, null, "a.mp3", null),
            new Recording.Content(blob.getSha256(), blob.getSha256(), blob.getSha256()),
            report);

    assertReadAsWritten(database.saved(recording));
    database.run(
        work -> {
          assertThat(work.recordings().get(recording.getId()).getReport()).isEqualTo(report);
          assertThat(work.em().find(Blob.class, blob.getSha256()))
              .usingRecursiveComparison()
              .isEqualTo(blob);
        });
  }

  @Test
  void consent_is_read_with_versions_evidence_and_withdrawal() {
    Brand brand = database.saved(AccessFixtures.brand());
    Blob paper = database.saved(AudioFixtures.blob());
    Talent talent = database.saved(ConsentFixtures.talent());
    Consent consent = ConsentFixtures.phoneConsent(talent, brand.getId());
    consent.extend(LATER, ConsentFixtures.phoneScope(brand.getId()), null);
    ConsentEvidence evidence =
        new ConsentEvidence(
            NOW,
            consent.newest(),
            new ConsentEvidence.Content(EvidenceKind.DOCUMENT, "signed.pdf", paper.getSha256()),
            Actor.SYSTEM);
    ConsentWithdrawal withdrawal =
        consent.withdraw(LATER, Actor.person(UUID.randomUUID()), "Changed her mind.");
    database.run(work -> List.of(consent, evidence, withdrawal).forEach(work::add));

    database.run(
        work -> {
          Consent read = work.consents().get(consent.getId());
          assertThat(read.getTalent()).isEqualTo(talent);
          assertThat(read.getVersions()).hasSize(2);
          assertThat(read.getVersions().get(0).scope())
              .isEqualTo(ConsentFixtures.phoneScope(brand.getId()));
          assertThat(read.getVersions().get(0).getStatement()).isEqualTo("I agree.");
          assertThat(read.newest().getNumber()).isEqualTo(2);
          assertThat(read.getWithdrawnAt()).isEqualTo(LATER);
          assertThat(read.newest().getEvidence()).containsExactly(evidence);
          assertThat(work.consents().evidenceOf(read.newest().getId()).get(0).getSha256())
              .isEqualTo(paper.getSha256());
          ConsentWithdrawal fact = work.em().find(ConsentWithdrawal.class, withdrawal.getId());
          assertThat(fact.getRecordedBy()).isEqualTo(withdrawal.getRecordedBy());
          assertThat(fact.getReason()).isEqualTo("Changed her mind.");
        });
  }

  @Test
  void live_voice_is_read_with_revision_and_clone() {
    RegisteredVoice anna = RegisteredVoice.live(database);

    database.run(
        work -> {
          Voice voice = work.voices().get(anna.voice().getAlias().value());
          Revision revision = voice.getRevision();
          Clone clone = work.clones().get(voice.getPrimaryCloneId());
          assertThat(voice.getLanguage()).isEqualTo("de-DE");
          assertThat(revision.getSubmitter()).isEqualTo(anna.voice().getRevision().getSubmitter());
          assertThat(revision.getDecider()).isEqualTo(anna.voice().getRevision().getDecider());
          assertThat(revision.getOptions()).isEqualTo(anna.voice().getRevision().getOptions());
          assertThat(revision.getConsentVersionId()).isEqualTo(anna.consent().newest().getId());
          assertThat(revision.getVoiceId()).isEqualTo(voice.getId());
          assertThat(clone)
              .usingRecursiveComparison(SAME_VALUES)
              .ignoringFields("revision")
              .isEqualTo(anna.firstClone());
          assertThat(clone.getRevision()).isEqualTo(revision);
        });
  }

  @Test
  void money_and_speech_are_read_as_written() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Client client = database.saved(AccessFixtures.client(anna.brand()));
    Use use = database.saved(AccessFixtures.phoneUse(client));
    Budget budget = database.saved(new Budget(NOW, client.getId(), Money.of("100", "CNY")));
    Reservation held =
        database.saved(new Reservation(NOW, new Cost(Money.of("9.900001", "CNY"), 7), null));
    Speech speech =
        SpeechFixtures.reservedSpeech(
            new Speech.Grounds(
                anna.voice().getId(),
                anna.brand().getId(),
                anna.firstClone().getId(),
                anna.firstClone().getRevision().getId(),
                anna.consent().newest().getId(),
                client.getId(),
                use.getId()),
            held.getId());
    Usage usage =
        new Usage(
            NOW,
            new Usage.Account(
                client.getId(),
                anna.brand().getId(),
                anna.voice().getId(),
                anna.firstClone().getId(),
                speech.getId()),
            UsageUnit.CHARACTER,
            13,
            1,
            Money.of("0.00455", "CNY"));

    List.of(budget, held).forEach(this::assertReadAsWritten);
    assertReadAsWritten(database.saved(speech));
    assertReadAsWritten(database.saved(usage));
  }

  @Test
  void ended_speeches_are_read_as_written() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    Client client = database.saved(AccessFixtures.client(anna.brand()));
    Use use = database.saved(AccessFixtures.phoneUse(client));
    Reservation held =
        database.saved(new Reservation(NOW, new Cost(Money.of("1", "CNY"), 7), null));
    Speech.Grounds grounds =
        new Speech.Grounds(
            anna.voice().getId(),
            anna.brand().getId(),
            anna.firstClone().getId(),
            anna.firstClone().getRevision().getId(),
            anna.consent().newest().getId(),
            client.getId(),
            use.getId());
    Speech spoken = SpeechFixtures.reservedSpeech(grounds, held.getId());
    spoken.speak(
        LATER,
        new Speech.Result(anna.blob().getSha256(), 1500, 13, "trace-2"),
        Money.of("0.00455", "CNY"));
    spoken.kept(MetadataLabel.WRITTEN, "consent-withdrawn");
    Speech lost =
        SpeechFixtures.reservedSpeech(grounds, held.getId())
            .streamed()
            .labelled(new Labels(true, MetadataLabel.WANTED, true, Set.of(UUID.randomUUID())));
    lost.lose(LATER, ProviderFixtures.fault("timeout"));

    assertReadAsWritten(database.saved(spoken));
    assertReadAsWritten(database.saved(lost));
  }

  private void assertReadAsWritten(Identified written) {
    Identified read =
        database.inTransaction(work -> work.em().find(written.getClass(), written.getId()));
    assertThat(read).isNotSameAs(written).usingRecursiveComparison(SAME_VALUES).isEqualTo(written);
  }
}
