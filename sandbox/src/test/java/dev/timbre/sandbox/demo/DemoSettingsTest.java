package dev.timbre.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
  private final Properties properties = new Properties();

  @Test
  void properties_chooseThePorts() throws Exception {
    properties.setProperty("timbre.http.port", "18080");
    properties.setProperty("timbre.sandbox.port", "18090");

    DemoSettings settings = DemoSettings.of(Path.of("top"), properties);

    assertThat(settings.httpPort()).isEqualTo(18080);
    assertThat(settings.sandboxPort()).isEqualTo(18090);
    assertThat(settings.managementPort()).isEqualTo(9990);
    assertThat(settings.databasePort()).isEqualTo(15432);
    assertThat(settings.propertiesFile())
        .isAbsolute()
        .endsWithRaw(Path.of("top/target/demo/demo.properties"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http", "-1", "65536"})
  void noPort_isRefusedByItsName(String value) {
    properties.setProperty("timbre.db.port", value);

    assertThatThrownBy(() -> DemoSettings.of(Path.of("top"), properties))
        .hasMessageContainingAll("-Dtimbre.db.port", "'" + value + "'");
  }
}
