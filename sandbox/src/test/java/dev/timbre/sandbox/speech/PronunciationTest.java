package dev.timbre.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.sandbox.speech.Pronunciation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PronunciationTest {

  @Test
  void rules_areAppliedOneAfterTheOther() {
    Pronunciation said =
        Pronunciation.of("a DB train", List.of(new Rule("DB", "X Y"), new Rule("X", "Deutsche")));
    assertThat(said.said()).isEqualTo("a Deutsche Y train");
    assertThat(said.text()).isEqualTo("a DB train");
  }

  @Test
  void placesBehindAReplacement_moveWithIt() {
    Pronunciation said = Pronunciation.of("omg, omg!", List.of(new Rule("omg", "oh my god")));
    assertThat(said.said()).isEqualTo("oh my god, oh my god!");
    assertThat(said.saidBetween(0, 3)).isEqualTo("oh my god");
    assertThat(said.saidBetween(5, 9)).isEqualTo("oh my god!");
    assertThat(said.saidBetween(3, 5)).isEqualTo(", ");
  }

  @Test
  void replacementThatContainsItsSource_isReplacedOnce() {
    assertThat(Pronunciation.of("aa", List.of(new Rule("a", "ba"))).said()).isEqualTo("baba");
  }

  @Test
  void noRules_leaveTheTextAlone() {
    Pronunciation said = Pronunciation.of("as it is", List.of());
    assertThat(said.said()).isEqualTo("as it is");
    assertThat(said.saidBetween(3, 5)).isEqualTo("it");
  }
}
