package dev.timbre.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.Network;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {

  private static final String PROXY = "10.0.0.1";

  private static final List<Network> TRUSTED =
      Stream.of("10.0.0.0/8", "2001:db8::/32").map(Network::of).toList();

  private final Forwarding extended = new Forwarding(TRUSTED, false);
  private final Forwarding standard = new Forwarding(TRUSTED, true);

  private static Forwarding.Headers headers(Map<String, List<String>> all) {
    return name ->
        all.entrySet().stream()
            .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(List.of());
  }

  private static Forwarding.Headers chain(String addresses) {
    return headers(Map.of("X-Forwarded-For", List.of(addresses)));
  }

  private String address(String addresses) {
    return extended.of(PROXY, chain(addresses)).orElseThrow().address();
  }

  @Test
  void peerWhomNobodyTrusts_isNotBelieved() {
    assertThat(extended.of("203.0.113.7", chain("198.51.100.1"))).isEmpty();
    assertThat(new Forwarding(List.of(), false).of(PROXY, chain("198.51.100.1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1|198.51.100.1",
        "1.2.3.4, 198.51.100.1|198.51.100.1",
        "1.2.3.4, 198.51.100.1, 10.9.9.9|198.51.100.1",
        "10.1.1.1, 198.51.100.1, 10.9.9.9|198.51.100.1",
        "10.1.1.1, 10.9.9.9|10.1.1.1",
        "2001:db8:ffff::1|2001:db8:ffff::1",
        "[2a00::7]:4711|2a00::7",
        "198.51.100.1:4711|198.51.100.1",
        "::ffff:198.51.100.1|::ffff:198.51.100.1"
      })
  void caller_isTheLastThatNoTrustedProxyIs(String header, String caller) {
    assertThat(address(header)).isEqualTo(caller);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown|10.0.0.1",
        "198.51.100.1, _hidden|10.0.0.1",
        "198.51.100.1, evil.example|10.0.0.1",
        "198.51.100.1, 999.1.1.1|10.0.0.1",
        "198.51.100.1, ' or 1=1 --, 10.9.9.9|10.9.9.9",
        "198.51.100.1, 10.0.0.0/8|10.0.0.1"
      })
  void whatNobodyCanRead_endsTheChain(String header, String caller) {
    assertThat(address(header)).isEqualTo(caller);
  }

  @Test
  void severalLines_areOneChain() {
    Forwarding.Headers lines =
        headers(Map.of("x-forwarded-for", List.of("1.2.3.4", "198.51.100.1", "10.9.9.9")));
    assertThat(extended.of(PROXY, lines).orElseThrow().address()).isEqualTo("198.51.100.1");
  }

  @Test
  void schemeAndHost_areTheLastOnesWhenTheyAreSound() {
    Forwarding.Original original =
        extended
            .of(
                PROXY,
                headers(
                    Map.of(
                        "X-Forwarded-For", List.of("198.51.100.1"),
                        "X-Forwarded-Proto", List.of("gopher, HTTPS"),
                        "X-Forwarded-Host", List.of("evil.example, timbre.example"),
                        "X-Forwarded-Port", List.of("8443"))))
            .orElseThrow();
    assertThat(original.scheme()).contains("https");
    assertThat(original.host()).contains("timbre.example:8443");
  }

  @ParameterizedTest
  @CsvSource({"javascript, evil.example/path", "ftp, a b", "file, user@host", "x, -"})
  void unsoundSchemeAndHost_areIgnored(String scheme, String host) {
    Forwarding.Original original =
        extended
            .of(
                PROXY,
                headers(
                    Map.of(
                        "X-Forwarded-Proto", List.of(scheme), "X-Forwarded-Host", List.of(host))))
            .orElseThrow();
    assertThat(original.address()).isEqualTo(PROXY);
    assertThat(original.scheme()).isEmpty();
    assertThat(original.host()).isEmpty();
  }

  @Test
  void headerOfTheOtherKind_isWhatTheCallerWrote() {
    Forwarding.Headers both =
        headers(
            Map.of(
                "Forwarded", List.of("for=198.51.100.1;proto=https;host=timbre.example"),
                "X-Forwarded-For", List.of("1.2.3.4")));
    assertThat(extended.of(PROXY, both).orElseThrow())
        .isEqualTo(new Forwarding.Original("1.2.3.4", Optional.empty(), Optional.empty()));
    assertThat(standard.of(PROXY, both).orElseThrow())
        .isEqualTo(
            new Forwarding.Original(
                "198.51.100.1", Optional.of("https"), Optional.of("timbre.example")));
  }

  @Test
  void standardHeader_isReadWithQuotesAndSeveralHops() {
    Forwarding.Headers hops =
        headers(
            Map.of(
                "Forwarded",
                List.of(
                    "for=1.2.3.4;proto=http",
                    "For=\"[2a00::7]:4711\";Proto=https;Host=\"timbre.example\", for=10.9.9.9")));
    assertThat(standard.of(PROXY, hops).orElseThrow())
        .isEqualTo(
            new Forwarding.Original(
                "2a00::7", Optional.of("https"), Optional.of("timbre.example")));
  }
}
