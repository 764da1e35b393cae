package dev.timbre.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Conflict;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeConfigTest {

  private static final String LONG_ENOUGH = Base64.getEncoder().encodeToString(new byte[24]);

  @ParameterizedTest
  @ValueSource(
      strings = {"https://hooks.example.org", "https://a.b.example.net", "http://127.0.0.1:9000"})
  void originThatIsNamedOrFitsAnAsterisk_isAllowed(String origin) {
    assertThat(allowing().allows(origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org",
        "https://hooks.example.org:8443",
        "https://example.net",
        "https://evilexample.net",
        "https://.example.net.evil.org",
        "http://a.example.net",
        "http://127.0.0.1",
        "http://169.254.169.254"
      })
  void anyOtherOrigin_isNot(String origin) {
    assertThat(allowing().allows(origin)).isFalse();
  }

  @Test
  void noSetting_nothingIsAllowed() {
    NoticeConfig config = new NoticeConfig();
    config.origins = Optional.empty();

    assertThat(config.allows("https://hooks.example.org")).isFalse();
  }

  @Test
  void secretWithOrWithoutItsMark_isTheSame() {
    assertThat(withSecret("whsec_" + LONG_ENOUGH).secret("main")).hasSize(24);
    assertThat(withSecret(LONG_ENOUGH).secret("main")).hasSize(24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "whsec_c2hvcnQ=", "not base64 at all, but long enough !!!!"})
  void secretThatIsShortOrNoBase64_isRefusedWithoutNamingIt(String secret) {
    NoticeConfig config = withSecret(secret);

    assertThatThrownBy(() -> config.secret("main"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("timbre.notice.webhook.secret.main")
        .hasMessageNotContaining(secret);
  }

  @Test
  void secretThatIsMissing_isRefusedByItsName() {
    NoticeConfig config = withSecret(LONG_ENOUGH);

    assertThatThrownBy(() -> config.secret("other"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("timbre.notice.webhook.secret.other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P30D", "P1W", "P0D", "P-1Y"})
  void retentionThatEndsBeforeTheOccasion_isRefusedAtTheStart(String retention) {
    NoticeConfig config = new NoticeConfig();
    config.retention = retention;

    assertThatThrownBy(() -> config.check(this)).hasMessageContaining("P31D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P31D", "P1M", "P1Y"})
  void longerRetention_isTaken(String retention) {
    NoticeConfig config = new NoticeConfig();
    config.retention = retention;

    assertThatCode(() -> config.check(this)).doesNotThrowAnyException();
  }

  private static NoticeConfig allowing() {
    NoticeConfig config = new NoticeConfig();
    config.origins =
        Optional.of(
            List.of(
                "https://Hooks.example.org", " https://*.example.net", "http://127.0.0.1:9000"));
    return config;
  }

  private static NoticeConfig withSecret(String secret) {
    NoticeConfig config = new NoticeConfig();
    config.config =
        new SmallRyeConfigBuilder()
            .withDefaultValues(Map.of("timbre.notice.webhook.secret.main", secret))
            .build();
    return config;
  }
}
