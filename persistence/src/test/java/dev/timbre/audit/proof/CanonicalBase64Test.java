package dev.timbre.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBase64Test {

  @Test
  void everyLength_isReadBack() {
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) (255 - length));

      assertThat(CanonicalBase64.decode(Base64.getEncoder().encodeToString(bytes)))
          .isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AB==", "AAB=", "AA", "AAA", "AA=", "AAAA====", "AA==\n", "_-==", "\u0141A=="})
  void textThatEncodingDoesNotYield_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBase64.decode(text));
  }
}
