package dev.timbre.provider.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFaultTest {

  private static final ProviderFault FAULT =
      new ProviderFault("2049", "invalid api key", "06ab12cd", "Check the key.");

  @Test
  void sentenceOfAFault_tellsItsCodeAgain() {
    assertThat(ProviderFault.codeIn(FAULT.toString())).contains("2049");
    assertThat(ProviderFault.codeIn("Not sent yet: " + FAULT)).contains("2049");
    assertThat(ProviderFault.codeIn("The provider refused for now: " + FAULT)).contains("2049");
    assertThat(ProviderFault.codeIn(FAULT + " " + FAULT.remedy())).contains("2049");
  }

  @Test
  void codeOfSeveralWords_isReadWhole() {
    ProviderFault fault = new ProviderFault("stream-cut", "It was\ncut.", null, null);
    assertThat(ProviderFault.codeIn(fault.toString())).contains("stream-cut");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2049", "Cloned.", "The clone is FAILED.", "An earlier request had"})
  void otherSentence_tellsNoCode(String text) {
    assertThat(ProviderFault.codeIn(text)).isEmpty();
  }
}
