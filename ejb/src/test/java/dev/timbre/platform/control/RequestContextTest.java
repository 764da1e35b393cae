package dev.timbre.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContextTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 2001:db8:1:2",
    "2001:db8:1:2:0:0:0:1, 2001:db8:1:2",
    "-, -"
  })
  void addressesOfOneNetwork_countTogether(String address, String network) {
    assertThat(RequestContext.networkOf(address)).isEqualTo(network);
  }
}
