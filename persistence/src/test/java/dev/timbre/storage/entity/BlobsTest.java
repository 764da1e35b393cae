package dev.timbre.storage.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BlobsTest {

  private static final String DIGEST = "ab".repeat(32);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void same_bytes_added_twice_keep_their_first_description() {
    database.run(work -> work.blobs().addOnce(new Blob(NOW, DIGEST, 10, "audio/wav")));
    database.run(work -> work.blobs().addOnce(new Blob(LATER, DIGEST, 10, "audio/mpeg")));

    Blob kept = database.inTransaction(work -> work.blobs().get(DIGEST));
    assertThat(kept.getMediaType()).isEqualTo("audio/wav");
    assertThat(kept.getCreatedAt()).isEqualTo(NOW);
    assertThat(kept.getSize()).isEqualTo(10);
  }

  @Test
  void same_bytes_added_by_many_at_once_are_known_once() {
    Callers.together(
        8,
        number -> {
          database.run(work -> work.blobs().addOnce(new Blob(NOW, DIGEST, 10, "audio/wav")));
          return null;
        });

    long known =
        database.inTransaction(
            work ->
                work.em().createQuery("select count(b) from Blob b", Long.class).getSingleResult());
    assertThat(known).isEqualTo(1);
  }

  @Test
  void bytes_that_nobody_stored_are_not_found() {
    database.run(
        work -> assertThatThrownBy(() -> work.blobs().get(DIGEST)).isInstanceOf(NotFound.class));
  }
}
