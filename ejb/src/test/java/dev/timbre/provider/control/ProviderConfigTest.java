package dev.timbre.provider.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderConfigTest {

  private static ProviderConfig configured(Map<String, String> properties) {
    ProviderConfig config = new ProviderConfig();
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
    properties.forEach(builder::withDefaultValue);
    config.config = builder.build();
    return config;
  }

  private static ProviderAccount account(Dialect dialect) {
    BigDecimal price = BigDecimal.ONE;
    return new ProviderAccount(
        Instant.EPOCH,
        "account",
        dialect,
        new ProviderAccount.Connection("https://provider.example", "account", null, Set.of()),
        new Prices("CNY", price, price, price));
  }

  @ParameterizedTest
  @EnumSource
  void everyDialectOfAnAccount_isOneOfTheClient(Dialect dialect) {
    assertThat(configured(Map.of()).dialect(account(dialect)).name())
        .isEqualToIgnoringCase(dialect.name());
  }

  @Test
  void settingsAndModelNames_reachTheDialect() {
    ProviderConfig config =
        configured(
            Map.of(
                "timbre.provider.dialect.dmxapi.clone-model", "minimax-clone-lastversion",
                "timbre.provider.dialect.dmxapi.models", "speech-2.8-hd=hd,speech-2.8-turbo=fast",
                "timbre.provider.dialect.hingnet.prefix", "/elsewhere"));

    assertThat(config.dialect(account(Dialect.DMXAPI)))
        .isEqualTo(
            dev.timbre.provider.client.dialect.Dialect.named(
                "dmxapi",
                new DialectSettings(
                    Map.of("clone-model", "minimax-clone-lastversion"),
                    Map.of("speech-2.8-hd", "hd", "speech-2.8-turbo", "fast"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech-2.8-hd", "speech-2.8-hd=", "=hd"})
  void modelNamesThatAreNoPairs_areRefusedWithTheNameOfTheProperty(String models) {
    ProviderConfig config = configured(Map.of("timbre.provider.dialect.aiping.models", models));

    assertThatThrownBy(() -> config.dialect(account(Dialect.AIPING)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("timbre.provider.dialect.aiping.models")
        .hasMessageContaining(models);
  }
}
