package dev.timbre.storage.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.util.List;
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

  private boolean takenIfUnknown() {
    boolean[] taken = new boolean[1];
    boolean said =
        database.inTransaction(
            work -> work.blobs().ifUnknown(DIGEST, LATER, () -> taken[0] = true));
    assertThat(taken[0]).isEqualTo(said);
    return said;
  }

  private boolean isKnown() {
    return database.inTransaction(work -> work.blobs().known(List.of(DIGEST)).contains(DIGEST));
  }

  @Test
  void bytes_without_a_row_are_taken_and_leave_none() {
    assertThat(takenIfUnknown()).isTrue();
    assertThat(database.inTransaction(work -> work.blobs().find(DIGEST))).isEmpty();
    database.run(work -> work.blobs().addOnce(new Blob(NOW, DIGEST, 10, "audio/wav")));
    assertThat(isKnown()).isTrue();
  }

  @Test
  void known_bytes_are_never_taken() {
    database.run(work -> work.blobs().addOnce(new Blob(NOW, DIGEST, 10, "audio/wav")));
    assertThat(takenIfUnknown()).isFalse();
    assertThat(isKnown()).isTrue();
  }

  @Test
  void erased_bytes_that_came_back_unseen_are_taken_and_stay_erased() {
    database.run(work -> work.blobs().addOnce(new Blob(NOW, DIGEST, 10, "audio/wav")));
    database.run(work -> work.blobs().markErased(DIGEST, NOW));
    assertThat(isKnown()).isFalse();
    assertThat(takenIfUnknown()).isTrue();
    assertThat(database.inTransaction(work -> work.blobs().get(DIGEST)).getErasedAt())
        .isEqualTo(NOW);
  }

  @Test
  void bytes_being_taken_cannot_be_made_known_meanwhile() {
    database.run(
        work ->
            work.blobs()
                .ifUnknown(
                    DIGEST,
                    NOW,
                    () ->
                        assertThatThrownBy(
                                () ->
                                    database.run(
                                        other ->
                                            other
                                                .impatiently()
                                                .blobs()
                                                .addOnce(new Blob(NOW, DIGEST, 10, "audio/wav"))))
                            .hasStackTraceContaining("lock timeout")));
  }

  @Test
  void bytes_that_nobody_stored_are_not_found() {
    database.run(
        work -> assertThatThrownBy(() -> work.blobs().get(DIGEST)).isInstanceOf(NotFound.class));
  }
}
