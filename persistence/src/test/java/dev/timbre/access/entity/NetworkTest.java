package dev.timbre.access.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::/0, 192.0.2.1, false",
    // an IPv4 caller that a dual-stack socket shows as IPv6
    "192.0.2.0/24, ::ffff:192.0.2.5, true",
    // the zone of a link says where, not who
    "fe80::/10, fe80::1%eth0, true"
  })
  void address_lies_in_a_range_or_not(String range, String address, boolean inside) {
    assertThat(Network.of(range).contains(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0/8",
        "10.0.0.256",
        "010.0.0.0.1/8",
        "example.com",
        "localhost/8",
        "::1/129",
        "2001:db8::1/32",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "1.2.3.4.5",
        ":::/0",
        "10.0.0.0/8 x"
      })
  void what_is_no_beginning_of_a_range_is_refused(String text) {
    assertThatThrownBy(() -> Network.of(text))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("network-malformed"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "example.com", "10.0.0.1/32", "beef", "10.1", "unknown"})
  void what_is_no_address_lies_in_no_range(String address) {
    assertThat(Network.of("0.0.0.0/0").contains(address)).isFalse();
    assertThat(Network.of("::/0").contains(address)).isFalse();
  }

  @Test
  void range_is_shown_in_one_form() {
    assertThat(Network.of(" 10.0.0.0/8 ")).hasToString("10.0.0.0/8");
    assertThat(Network.of("192.0.2.1")).hasToString("192.0.2.1/32");
  }
}
