package dev.timbre.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  /** The string of RFC 8785, section 3.2.4, in the escapes of section 3.2.2.2. */
  @Test
  void stringOfTheRfc_isWrittenAsTheRfcSays() {
    assertThat(CanonicalJson.quoted("\u20ac$\u000F\nA'B\"\\\\\"/"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @Test
  void members_standByTheirNamesWithoutThoseThatAreNull() {
    Map<String, String> members = new HashMap<>(Map.of("b", "2", "a", "", "B", "\t"));
    members.put("aa", null);

    assertThat(CanonicalJson.of(members)).isEqualTo("{\"B\":\"\\t\",\"a\":\"\",\"b\":\"2\"}");
  }
}
