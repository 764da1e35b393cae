package dev.timbre.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.proof.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {

  private static final byte[] MESSAGE = "{\"speech\":1}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path storage;

  private final SignerConfig config = new SignerConfig();

  @BeforeEach
  void configure() {
    config.origin = "timbre.example/audit";
    config.current = Optional.empty();
    config.former = Optional.empty();
    config.directory = storage;
  }

  private Signer signer() {
    Signer signer = new Signer();
    signer.config = config;
    signer.load();
    return signer;
  }

  @Test
  void noKeyConfigured_oneIsMadeAndKept() throws IOException {
    Signer first = signer();
    Signer afterRestart = signer();

    assertThat(afterRestart.publicKey()).isEqualTo(first.publicKey());
    try (Stream<Path> files = Files.list(storage.resolve("keys"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .extracting(Enum::name)
                      .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE"));
    }
  }

  @Test
  void configuredKey_signsUnderTheNameOfTheLog() {
    SigningKey key = SigningKey.generate("timbre.example/audit");
    config.current = Optional.of(key.toPem());

    Signer.Signed signed = signer().sign(MESSAGE);

    assertThat(signed.keyName()).isEqualTo("timbre.example/audit");
    assertThat(signed.keyId()).isEqualTo(key.publicKey().id());
    assertThat(key.publicKey().verifies(MESSAGE, signed.bytes())).isTrue();
    assertThat(storage.resolve("keys")).doesNotExist();
  }

  @Test
  void keyInAFile_isRead() throws IOException {
    SigningKey key = SigningKey.generate("timbre.example/audit");
    Path file = Files.writeString(storage.resolve("audit.pem"), key.toPem());
    config.current = Optional.of("file:" + file);

    assertThat(signer().publicKey()).isEqualTo(key.publicKey());
  }

  @Test
  void somethingElseThanAKey_isRefusedWithoutQuotingIt() {
    config.current = Optional.of("c2VjcmV0LXNlY3JldA==");

    assertThatThrownBy(this::signer)
        .hasNoCause()
        .hasMessageContaining("timbre.example/audit")
        .hasMessageNotContaining("c2Vj");
  }

  @Test
  void formerKeyThatIsTheCurrentOne_isNone() {
    String pem = SigningKey.generate("timbre.example/audit").toPem();
    config.current = Optional.of(pem);
    config.former = Optional.of(pem);

    assertThat(signer().former()).isEmpty();
  }

  @Test
  void originLikeAReceipt_isRefused() {
    config.origin = "{\"a\"";

    assertThatThrownBy(this::signer).hasMessageContaining("timbre.audit.origin");
  }
}
