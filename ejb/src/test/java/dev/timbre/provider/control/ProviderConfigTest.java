package dev.timbre.provider.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.doctor.Place;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.minimaxi.com",
        "https://api.minimax.cn",
        "https://API.minimax.io:443",
        "https://api-uw.minimax.io",
        "https://aiping.cn/api",
        "https://models.hingnet.com.cn",
        "https://www.dmxapi.cn"
      })
  void hostsOfKnownProviders_areAllowed(String baseUrl) {
    configured(Map.of()).requireAllowed(baseUrl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://api.minimax.io.evil.example",
        "https://evilaiping.cn",
        "https://10.0.0.7",
        "http://127.0.0.1:8080",
        "http://localhost"
      })
  void everyOtherHost_isRefused(String baseUrl) {
    assertThatThrownBy(() -> configured(Map.of()).requireAllowed(baseUrl))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("timbre.provider.allowed-hosts");
  }

  @Test
  void hostsOfTheOperator_standInPlaceOfTheKnownOnes() {
    ProviderConfig config =
        configured(
            Map.of("timbre.provider.allowed-hosts", "127.0.0.1, *.Proxy.example,api.minimax.io"));

    config.requireAllowed("http://127.0.0.1:4711");
    config.requireAllowed("https://minimax.proxy.example/v");
    config.requireAllowed("https://api.minimax.io");
    for (String odd : new String[] {"https://proxy.example", "https://aiping.cn/api"}) {
      assertThatThrownBy(() -> config.requireAllowed(odd)).isInstanceOf(Conflict.class);
    }
  }

  @Test
  void keyOfTheOfficialApi_isShownToItsOtherHostsThatAreAllowed() {
    Place china = Place.official().get(0);
    Place reseller = Place.known().get(Place.known().size() - 1);
    ProviderConfig chinaOnly =
        configured(Map.of("timbre.provider.allowed-hosts", china.base().getHost()));

    assertThat(configured(Map.of()).othersToAsk(china))
        .hasSize(Place.official().size() - 1)
        .doesNotContain(china);
    assertThat(configured(Map.of()).othersToAsk(reseller)).isEmpty();
    assertThat(chinaOnly.othersToAsk(china)).isEmpty();
  }
}
