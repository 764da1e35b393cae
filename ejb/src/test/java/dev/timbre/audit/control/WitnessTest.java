package dev.timbre.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessTest {

  private static final String NOTE = "log\n1\nAAAA\n\n\u2014 log AAAA\n";

  @TempDir Path directory;

  @Test
  void file_keepsNoteAfterNote() throws IOException {
    Path file = directory.resolve("witness.txt");
    Witness witness = Witness.atFile(file);

    witness.keeping().keep(NOTE);
    witness.keeping().keep(NOTE);

    assertThat(file).hasContent("\n\n" + NOTE + "\n\n" + NOTE);
    assertThat(witness.name()).isEqualTo("file:" + file);
  }

  @Test
  void noteAfterATornOne_standsByItself() throws IOException {
    Path file = directory.resolve("witness.txt");
    Files.writeString(file, "log\n1\nAA");

    Witness.atFile(file).keeping().keep(NOTE);

    assertThat(file).hasContent("log\n1\nAA\n\n" + NOTE);
  }

  @Test
  void fileThatCannotBeWritten_isAFailure() {
    assertThatThrownBy(() -> Witness.atFile(directory).keeping().keep(NOTE))
        .isInstanceOf(IOException.class);
  }

  @Test
  void secretInTheUrl_isNotInTheName() {
    Witness witness =
        Witness.atUrl(URI.create("https://me:pass@witness.example/keep?token=s3cret"));

    assertThat(witness.name()).startsWith("https://witness.example#");
    assertThat(witness.name()).doesNotContain("pass").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "204, true", "302, false", "500, false"})
  void url_isPostedTheNote(int status, boolean kept) throws IOException {
    AtomicReference<String> got = new AtomicReference<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          got.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notes");
      Witness witness = Witness.atUrl(url);
      if (kept) {
        witness.keeping().keep(NOTE);
      } else {
        assertThatThrownBy(() -> witness.keeping().keep(NOTE)).hasMessageContaining("" + status);
      }
      assertThat(got.get()).isEqualTo(NOTE);
    } finally {
      server.stop(0);
    }
  }
}
