package dev.timbre.provider.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices, faults and how an account is reached. */
class ProviderValuesTest {

  @ParameterizedTest
  @CsvSource({
    "speech-2.8-hd,    10000, 3.5",
    "speech-2.8-hd,        1, 0.00035",
    "speech-2.8-turbo,     3, 0.0006",
    "speech-01-turbo,      0, 0",
    "speech-02-hd,     19999, 6.99965"
  })
  void characters_cost_by_the_class_of_the_model(String model, long characters, String cost) {
    assertThat(ProviderFixtures.prices().characters(model, characters))
        .isEqualTo(Money.of(cost, "CNY"));
  }

  @Test
  void voice_fee_is_in_the_currency_of_the_list() {
    assertThat(ProviderFixtures.prices().voiceFee()).isEqualTo(Money.of("9.9", "CNY"));
  }

  @Test
  void negative_or_missing_price_and_unknown_currency_are_refused() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal negative = new BigDecimal("-0.01");

    assertThatThrownBy(() -> new Prices("CNY", negative, one, one)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Prices("CNY", one, null, one)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Prices("CNY", one, one, negative)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Prices("XXXX", one, one, one)).isInstanceOf(Invalid.class);
    assertThat(new Prices("CNY", BigDecimal.ZERO, one, one).characters("m-hd", 5))
        .isEqualTo(Money.zero("CNY"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com,        https://api.example.com",
    "https://api.example.com/base/,  https://api.example.com/base",
    "http://127.0.0.1:9000/,         http://127.0.0.1:9000",
    "http://localhost:9000,          http://localhost:9000",
    "http://[::1]:9000,              http://[::1]:9000"
  })
  void base_url_is_https_or_loopback_and_kept_without_the_last_slash(String given, String kept) {
    assertThat(account(given, "main", null, Set.of()).getBaseUrl()).isEqualTo(kept);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "api.example.com",
        "http://api.example.com",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "https://user:pass@api.example.com",
        "https:///path",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "https://exa mple.com",
        "javascript:alert(1)"
      })
  void base_url_that_would_leak_the_key_is_refused(String url) {
    assertThatThrownBy(() -> account(url, "main", null, Set.of()))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("base-url-not-allowed"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Main", "1main", "sk-api KEY", "a.b"})
  void key_reference_that_is_not_a_name_is_refused_without_being_repeated(String reference) {
    assertThatThrownBy(() -> account("https://a.example", reference, null, Set.of()))
        .isInstanceOf(Invalid.class)
        .message()
        .satisfies(
            message ->
                assertThat(
                        reference == null || reference.length() < 4 || !message.contains(reference))
                    .isTrue());
  }

  @Test
  void group_id_is_digits_or_absent() {
    assertThat(account("https://a.example", "main", " ", Set.of()).getGroupId()).isNull();
    assertThat(account("https://a.example", "main", "17", Set.of()).getGroupId()).isEqualTo("17");
    assertThatThrownBy(() -> account("https://a.example", "main", "17a", Set.of()))
        .isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.*.com",
        "https://cdn.example.com",
        "cdn.example.com/",
        "a b",
        "CDN.example.com"
      })
  void download_host_of_another_form_is_refused(String host) {
    assertThatThrownBy(() -> account("https://a.example", "main", null, Set.of(host)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void download_hosts_are_exact_or_suffixes() {
    Set<String> hosts = Set.of("cdn.example.com", "*.example.net", "127.0.0.1:9000");

    assertThat(account("https://a.example", "main", null, hosts).getDownloadHosts())
        .isEqualTo(hosts);
  }

  @Test
  void fault_texts_are_cut_to_a_thousand_characters() {
    ProviderFault fault = new ProviderFault("2037", "m".repeat(1001), null, "r".repeat(1001));

    assertThat(fault.message()).hasSize(1000);
    assertThat(fault.remedy()).hasSize(1000);
    assertThat(new ProviderFault("timeout", "late", "t-1", null))
        .hasToString("timeout late (trace t-1)");
    assertThat(new ProviderFault("timeout", null, null, null)).hasToString("timeout null");
  }

  private static ProviderAccount account(
      String url, String reference, String group, Set<String> hosts) {
    return new ProviderAccount(
        NOW,
        "Main",
        Dialect.MINIMAX,
        new ProviderAccount.Connection(url, reference, group, hosts),
        ProviderFixtures.prices());
  }
}
