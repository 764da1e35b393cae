package dev.timbre.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

  private final CommonPasswords common = CommonPasswords.read();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PassWord2026!!",
        "iloveyou-2024",
        "qwertyuiop12",
        "qwertyuiopas",
        "123456789012",
        "abcdefghijkl",
        "aaaaaaaaaaaa",
        "abababababab",
        "correct horse battery staple",
        "welcome-back-2026",
        "timbre timbre 1"
      })
  void whatIsTriedFirst_isCommon(String password) {
    assertThat(common.contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven green bicycles",
        "admin-demo-password",
        "correct horse curator-1a2b3c4d",
        "北京的秋天很美丽而且安静",
        "x7#kQ9!vLm2$",
        "#;!_)=%&/?~+^<>|*-.:"
      })
  void anythingElse_isNot(String password) {
    assertThat(common.contains(password)).isFalse();
  }
}
