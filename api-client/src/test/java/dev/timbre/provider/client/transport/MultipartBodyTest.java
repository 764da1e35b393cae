package dev.timbre.provider.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultipartBodyTest {

  @Test
  void hostileFilename_cannotAddHeadersOrFolders() {
    assertThat(MultipartBody.escaped("../../a\r\nX-Evil: 1\"; name=\"purpose\u0000.wav"))
        .isEqualTo("a%0D%0AX-Evil: 1%22; name=%22purpose.wav");
  }
}
