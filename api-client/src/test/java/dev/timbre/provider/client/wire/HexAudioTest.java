package dev.timbre.provider.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexAudioTest {

  @Test
  void everyByteInBothCases_isDecoded() {
    byte[] all = new byte[256];
    for (int value = 0; value < 256; value++) {
      all[value] = (byte) value;
    }

    assertThat(HexAudio.decode(HexFormat.of().formatHex(all))).isEqualTo(all);
    assertThat(HexAudio.decode(HexFormat.of().withUpperCase().formatHex(all))).isEqualTo(all);
    assertThat(HexAudio.decode("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f", "fff", "0g", "g0", " 0", "0x", "ff\n0", "ffé0", "ff\uff10\uff10", "--"})
  void damagedHex_isRefused(String hex) {
    assertThatThrownBy(() -> HexAudio.decode(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("audio hex has");
  }

  @Test
  void copies_doNotReachTheAudio() {
    Audio audio = Audio.ofHex("0102");

    audio.toByteArray()[0] = 9;

    assertThat(audio.toByteArray()).containsExactly(1, 2);
  }
}
