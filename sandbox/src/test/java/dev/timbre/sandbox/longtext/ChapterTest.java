package dev.timbre.sandbox.longtext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterTest {

  @ParameterizedTest
  @CsvSource({
    "one two three,9,one two",
    "one two three,20,one two three",
    "onetwothree,5,onetw",
    "one <#1.5#> two,8,one",
    "one <#1.5#> two,11,one",
    "one two<#1.5#>three,12,one two",
    "one two<#1.5#>three,16,one two<#1.5#>th",
    "一二三四五,3,一二三",
  })
  void shortened_endsAtABlankAndTearsNoMarkup(String text, int length, String expected) {
    assertThat(new Chapter("c", text).shortenedTo(length).text()).isEqualTo(expected);
  }

  @Test
  void characters_areCodePoints() {
    assertThat(new Chapter("c", "𠮷𠮷𠮷").shortenedTo(2).text()).isEqualTo("𠮷𠮷");
  }
}
