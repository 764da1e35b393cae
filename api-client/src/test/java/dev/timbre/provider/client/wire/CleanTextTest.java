package dev.timbre.provider.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login fail: Bearer abc.def-123 is wrong | login fail: *** is wrong",
        "key sk-api-0123456789 unknown | key *** unknown",
        "see https://oss.example/a?Signature=x now | see https://oss.example/… now",
        "see https://user:pw@oss.example:8443/a#b | see https://oss.example:8443/…",
        "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIx.c2ln | token ***",
        "<html><script>alert(1)</script><b>502</b> Bad</html> | 502 Bad",
      })
  void secretsAndMarkup_areTakenOut(String text, String clean) {
    assertThat(CleanText.of(text)).isEqualTo(clean);
  }

  @Test
  void controlCharactersAndLength_areTamed() {
    assertThat(CleanText.of("a\r\n\u0000\u001b[31mb\u202ec")).isEqualTo("a [31mb c");
    assertThat(CleanText.of("x".repeat(10_000))).hasSize(201).endsWith("…");
    assertThat(CleanText.of("音".repeat(3000).getBytes(StandardCharsets.UTF_8))).hasSize(201);
  }
}
