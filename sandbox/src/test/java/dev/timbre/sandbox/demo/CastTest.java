package dev.timbre.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastTest {
  @TempDir Path directory;

  @Test
  void written_isReadAgain() throws Exception {
    List<Player> players = Cast.PEOPLE.stream().map(p -> p.withKey("tmb_" + p.role())).toList();
    Cast cast = new Cast(players, "tmb_client", "0197");
    Path file = directory.resolve("kept.properties");

    Cast.write(cast.toProperties(), file);

    assertThat(Cast.read(file)).isEqualTo(cast);
  }

  @Test
  void urls_canBeReadByShells() throws Exception {
    Path file = directory.resolve("demo.properties");

    Cast.write(Map.of("url", "http://127.0.0.1:8080"), file);

    assertThat(Files.readString(file)).isEqualTo("url=http://127.0.0.1:8080\n");
  }

  @Test
  void keys_areNeverPrinted() {
    Cast cast = new Cast(List.of(Cast.PEOPLE.get(0).withKey("tmb_one")), "tmb_two", "0197");

    assertThat(cast).asString().doesNotContain("tmb_");
  }
}
