package dev.timbre.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestSealTest {

  @TempDir Path directory;

  private static RequestSeal in(Path directory) {
    RequestSeal seal = new RequestSeal();
    seal.directory = directory;
    seal.load();
    return seal;
  }

  @Test
  void sameText_isTheSameOnEveryNodeThatSharesTheStore() {
    String sealed = in(directory).of("letter of Anna.pdf");
    assertThat(sealed).matches("[0-9a-f]{64}");
    assertThat(in(directory).of("letter of Anna.pdf")).isEqualTo(sealed);
    assertThat(in(directory).of("letter of Bert.pdf")).isNotEqualTo(sealed);
  }

  @Test
  void anotherSecret_makesAnotherDigest() {
    String here = in(directory.resolve("here")).of("x");
    assertThat(in(directory.resolve("there")).of("x")).isNotEqualTo(here);
  }

  @Test
  void secret_isItsOwnersAloneAndLeavesNothingBesides() throws IOException {
    in(directory);
    Path keys = directory.resolve("keys");
    assertThat(keys).isDirectoryContaining("glob:**/request-seal");
    try (var files = Files.list(keys)) {
      assertThat(files).hasSize(1);
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("request-seal"))))
        .isEqualTo("rw-------");
  }
}
