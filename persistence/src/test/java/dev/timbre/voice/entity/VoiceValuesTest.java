package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alias, provider voice id, cloning options and deadline. */
class VoiceValuesTest {

  private static final String LONGEST = "b" + "-".repeat(30) + ".n" + "-".repeat(38) + "9";

  @ParameterizedTest
  @ValueSource(strings = {"acme.anna", "ab.cd", "a1.b2", "a-b.c-d-9"})
  void alias_is_taken_when_it_has_the_form(String text) {
    assertThat(new Alias(text)).hasToString(text);
    assertThat(new Alias(text).brandSlug()).isEqualTo(text.substring(0, text.indexOf('.')));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "acme",
        "acme.",
        ".anna",
        "acme.a",
        "a.anna",
        "Acme.anna",
        "acme.Anna",
        "1cme.anna",
        "acme.1nna",
        "acme.anna.x",
        "acme.an na",
        "acme.änna",
        "acme.anna_1",
        "acme.anna-",
        "acme.anna\n"
      })
  void alias_is_refused_when_it_has_another_form(String text) {
    assertThatThrownBy(() -> new Alias(text))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("alias-malformed"));
  }

  @Test
  void longest_alias_is_taken_and_one_more_character_is_not() {
    assertThat(new Alias(LONGEST).value()).hasSize(31 + 1 + 40);
    assertThatThrownBy(() -> new Alias("b" + LONGEST)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Alias(LONGEST + "9")).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab.cd", "acme.anna", "a--.b-1"})
  void provider_voice_id_keeps_the_providers_form(String alias) {
    assertForm(new Alias(alias));
  }

  @Test
  void provider_voice_id_of_the_longest_alias_keeps_the_providers_form() {
    assertForm(new Alias(LONGEST));
  }

  @Test
  void provider_voice_ids_of_one_alias_differ_in_sixteen_base32_characters() {
    Alias alias = new Alias("acme.anna");
    int many = 20_000;

    Set<String> ids =
        IntStream.range(0, many)
            .mapToObj(i -> ProviderVoiceId.generate(alias))
            .collect(Collectors.toSet());

    assertThat(ids).hasSize(many).allMatch(id -> id.matches("acme-anna-[a-z2-7]{16}"));
    String used = ids.stream().map(id -> id.substring(10)).collect(Collectors.joining());
    assertThat(used.chars().distinct().count()).isEqualTo(32);
    assertThat(ids.stream().map(id -> id.substring(10, 14)).distinct().count())
        .isGreaterThan(many * 9L / 10);
  }

  private static void assertForm(Alias alias) {
    assertThat(ProviderVoiceId.generate(alias))
        .hasSizeBetween(8, 256)
        .matches("[A-Za-z][A-Za-z0-9_-]*[A-Za-z0-9]");
  }

  @Test
  void deadline_is_a_margin_before_seven_days_after_the_first_send() {
    assertThat(CloneDeadline.LIFE).isEqualTo(Duration.ofDays(7));
    assertThat(CloneDeadline.MARGIN).isPositive();
    assertThat(CloneDeadline.of(NOW)).isEqualTo(NOW.plus(Duration.ofHours(167)));
  }

  @Test
  void deadline_is_over_before_the_clone_has_surely_lapsed() {
    Instant deadline = CloneDeadline.of(NOW);

    assertThat(CloneDeadline.isOver(null, NOW)).isFalse();
    assertThat(CloneDeadline.isOver(deadline, deadline.minusMillis(1))).isFalse();
    assertThat(CloneDeadline.isOver(deadline, deadline)).isTrue();
    assertThat(CloneDeadline.hasSurelyLapsed(NOW, deadline)).isFalse();
  }

  @Test
  void surely_lapsed_is_a_margin_after_seven_days_after_the_last_send() {
    assertThat(CloneDeadline.hasSurelyLapsed(NOW, CloneDeadline.of(NOW).plusSeconds(1))).isFalse();
    assertThat(CloneDeadline.hasSurelyLapsed(NOW, NOW.plus(Duration.ofHours(169)))).isFalse();
    assertThat(CloneDeadline.hasSurelyLapsed(NOW, NOW.plus(Duration.ofHours(169)).plusMillis(1)))
        .isTrue();
  }

  @Test
  void options_without_a_model_get_the_default_one() {
    assertThat(options("Hello.", null, " ").model()).isEqualTo(CloningOptions.DEFAULT_MODEL);
    assertThat(options("Hello.", null, null).model()).isIn(CloningOptions.MODELS);
  }

  @Test
  void options_with_an_unknown_model_are_refused_with_the_known_ones() {
    assertThatThrownBy(() -> options("Hello.", null, "speech-99"))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("speech-99")
        .hasMessageContaining("speech-2.8-hd");
  }

  @Test
  void preview_text_may_have_a_thousand_code_points_and_no_more() {
    String emoji = "\uD83D\uDE00";
    assertThat(options(emoji.repeat(1000), null, null).previewText()).hasSize(2000);
    assertThatThrownBy(() -> options(emoji.repeat(1001), null, null))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("1001");
    assertThatThrownBy(() -> options(" ", null, null)).isInstanceOf(Invalid.class);
  }

  @Test
  void language_boost_is_optional() {
    assertThat(options("Hello.", " ", null).languageBoost()).isNull();
    assertThat(options("Hello.", "Chinese,Yue", null).languageBoost()).isEqualTo("Chinese,Yue");
  }

  private static CloningOptions options(String previewText, String boost, String model) {
    return new CloningOptions(false, false, false, boost, previewText, model);
  }
}
