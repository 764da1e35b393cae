package dev.timbre.speech.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.entity.Money;
import dev.timbre.testing.TestDatabase;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Reservation;
import dev.timbre.voice.entity.RegisteredVoice;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriftsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void check_is_there_from_its_order_on_and_remembers_what_it_spoke() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    UUID voice = anna.voice().getId();
    UUID id = database.saved(new DriftCheck(NOW, voice)).getId();
    assertThat(underWay(voice)).isEqualTo(id);

    Speech speech = speech(anna);
    database.run(work -> work.drifts().findForChange(id).orElseThrow().speak(speech));

    assertThat(underWay(voice)).isEqualTo(id);
    DriftCheck spoken = database.inTransaction(work -> work.drifts().get(id));
    assertThat(spoken.getSpeechId()).isEqualTo(speech.getId());
    assertThat(spoken.getCloneId()).isEqualTo(anna.firstClone().getId());
  }

  @Test
  void check_that_failed_before_anything_was_spoken_is_over() {
    UUID voice = RegisteredVoice.live(database).voice().getId();
    UUID id = database.saved(new DriftCheck(NOW, voice)).getId();

    database.run(work -> work.drifts().findForChange(id).orElseThrow().fail("voice-not-live"));

    assertThat(underWay(voice)).isNull();
    DriftCheck failed = database.inTransaction(work -> work.drifts().get(id));
    assertThat(failed.isOver()).isTrue();
    assertThat(failed.getNote()).isEqualTo("voice-not-live");
  }

  private UUID underWay(UUID voice) {
    return database.inTransaction(
        work -> work.drifts().findUnderWay(voice).map(DriftCheck::getId).orElse(null));
  }

  private Speech speech(RegisteredVoice anna) {
    Client client = database.saved(AccessFixtures.client(anna.brand()));
    Use use = database.saved(AccessFixtures.phoneUse(client));
    Reservation held =
        database.saved(new Reservation(NOW, new Cost(Money.of("1", "CNY"), 7), null));
    return database.saved(
        SpeechFixtures.reservedSpeech(
            new Speech.Grounds(
                anna.voice().getId(),
                anna.brand().getId(),
                anna.firstClone().getId(),
                anna.firstClone().getRevision().getId(),
                anna.consent().newest().getId(),
                client.getId(),
                use.getId()),
            held.getId()));
  }
}
