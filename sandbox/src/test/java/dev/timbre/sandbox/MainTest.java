package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.sandbox.model.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void noArguments_giveTheUsualPortAndAccounts() {
    SandboxConfig config = Main.configOf();
    assertThat(config.port()).isEqualTo(8090);
    assertThat(config.dataDirectory()).isEqualTo(Path.of("target", "sandbox"));
    assertThat(config.accounts())
        .extracting("name")
        .containsExactly("demo", "other", "aiping", "hingnet", "dmxapi");
    assertThat(config.tlsPort()).isEmpty();
    assertThat(config.accounts().get(0).keys())
        .containsExactly(SandboxConfig.DEMO_KEY, SandboxConfig.DEMO_PLAN_KEY);
  }

  @Test
  void arguments_replaceWhatIsUsual() {
    SandboxConfig config =
        Main.configOf(
            "--port",
            "0",
            "--tls-port",
            "8443",
            "--data",
            "/tmp/x",
            "--account",
            "demo=sk-mine,42",
            "--account",
            "dmxapi=k");
    assertThat(config.port()).isZero();
    assertThat(config.dataDirectory()).isEqualTo(Path.of("/tmp/x"));
    assertThat(config.accounts())
        .extracting("name")
        .containsExactly("other", "aiping", "hingnet", "demo", "dmxapi");
    assertThat(config.tlsPort()).hasValue(8443);
    assertThat(config.accounts().get(3).keys()).containsExactly("sk-mine");
    assertThat(config.accounts().get(3).groupId()).isEqualTo("42");
    assertThat(config.accounts().get(4).dialect()).isEqualTo(Dialect.DMXAPI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port 99999",
        "--port x",
        "--tls-port -1",
        "--account demo",
        "--colour red"
      })
  void wrongArguments_areRefused(String arguments) {
    assertThatThrownBy(() -> Main.configOf(arguments.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void configuration_doesNotPrintKeys() {
    assertThat(Main.configOf().toString()).doesNotContain(SandboxConfig.DEMO_KEY);
  }
}
