package dev.timbre.audio.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.storage.entity.Blob;
import dev.timbre.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Brand acme;
  private Brand other;
  private Recording acmes;
  private Recording others;
  private Recording anybodys;

  @BeforeEach
  void two_brands_have_a_recording_each_and_a_prompt_belongs_to_none() {
    acme = database.saved(AccessFixtures.brand());
    other = database.saved(AccessFixtures.brand());
    Blob blob = database.saved(AudioFixtures.blob());
    acmes = database.saved(AudioFixtures.recording(blob, acme.getId(), null));
    others = database.saved(AudioFixtures.recording(blob, other.getId(), null));
    anybodys =
        database.saved(
            new Recording(
                NOW,
                Actor.SYSTEM,
                new Recording.Label(RecordingPurpose.CLONE_PROMPT, null, null, "p.wav", "Hello."),
                new Recording.Content(blob.getSha256(), blob.getSha256(), blob.getSha256()),
                AudioFixtures.report()));
  }

  @Test
  void recordings_are_listed_by_visible_brands_brand_and_purpose() {
    assertThat(listed(null, null, null)).containsExactly(anybodys, others, acmes);
    assertThat(listed(Set.of(acme.getId()), null, null)).containsExactly(anybodys, acmes);
    assertThat(listed(Set.of(), null, null)).containsExactly(anybodys);
    assertThat(listed(null, other.getId(), null)).containsExactly(anybodys, others);
    assertThat(listed(Set.of(acme.getId()), other.getId(), null)).containsExactly(anybodys);
    assertThat(listed(null, acme.getId(), RecordingPurpose.CLONE_SOURCE)).containsExactly(acmes);
    assertThat(listed(null, null, RecordingPurpose.CLONE_PROMPT)).containsExactly(anybodys);
  }

  @Test
  void count_and_window_follow_the_same_conditions() {
    Set<UUID> visible = Set.of(acme.getId());

    database.run(
        work -> {
          assertThat(work.recordings().count(visible, null, null)).isEqualTo(2);
          assertThat(work.recordings().window(visible, null, null, 1, 5)).containsExactly(acmes);
        });
  }

  @Test
  void unknown_recording_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.recordings().get(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  private List<Recording> listed(Set<UUID> visible, UUID brand, RecordingPurpose purpose) {
    return database.inTransaction(
        work -> work.recordings().page(visible, brand, purpose, PageRequest.first(10)).items());
  }
}
