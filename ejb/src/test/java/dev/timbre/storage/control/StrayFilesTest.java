package dev.timbre.storage.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrayFilesTest {

  private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");
  private static final String OLD = "ab".repeat(32);
  private static final String NEW = "cd".repeat(32);

  @TempDir Path root;

  private void file(String name, Instant changed) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  @Test
  void storedBytes_areFoundByTheirDigestOnceTheyAreOld() throws IOException {
    file("ab/ab/" + OLD, BEFORE.minusSeconds(1));
    file("cd/cd/" + NEW, BEFORE);
    file("keys/audit-signing-key.pem", BEFORE.minusSeconds(1));
    file("work/incoming-1.part", BEFORE.minusSeconds(1));
    assertThat(StrayFiles.parts(root))
        .containsExactlyInAnyOrder(root.resolve("ab"), root.resolve("cd"));
    assertThat(StrayFiles.stored(root.resolve("ab"), BEFORE)).containsExactly(OLD);
    assertThat(StrayFiles.stored(root.resolve("cd"), BEFORE)).isEmpty();
  }

  @Test
  void uploadsThatWereLeft_areFoundAmongWhatIsNotOurs() throws IOException {
    file("timbre-upload-1.part", BEFORE.minusSeconds(1));
    file("timbre-upload-2.part", BEFORE.plusSeconds(1));
    file("other-3.part", BEFORE.minusSeconds(1));
    file("timbre-upload-of-another/timbre-upload-4.part", BEFORE.minusSeconds(1));
    assertThat(StrayFiles.arrived(root, BEFORE))
        .containsExactly(root.resolve("timbre-upload-1.part"));
  }

  @Test
  void unfinishedFiles_areFoundOnceTheyAreOld() throws IOException {
    file("work/incoming-1.part", BEFORE.minusSeconds(1));
    file("work/incoming-2.part", BEFORE.plusSeconds(1));
    assertThat(StrayFiles.unfinished(root.resolve("work"), BEFORE))
        .containsExactly(root.resolve("work/incoming-1.part"));
  }
}
