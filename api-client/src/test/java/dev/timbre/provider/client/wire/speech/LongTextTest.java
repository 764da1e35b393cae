package dev.timbre.provider.client.wire.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {

  private static Map<String, String> unzipped(FileUpload upload) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(upload.content().open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private static LongTextParts content(String text) {
    return new LongTextParts(Optional.empty(), Optional.of(text), Optional.empty());
  }

  @Test
  void oneText_isUploadedInUtf8() throws IOException {
    FileUpload upload = LongText.text("story.txt", "Es war einmal ein König. 从前。");

    assertThat(upload.purpose()).isEqualTo(FilePurpose.T2A_ASYNC_INPUT);
    assertThat(upload.filename()).isEqualTo("story.txt");
    try (InputStream content = upload.content().open()) {
      byte[] bytes = content.readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo("Es war einmal ein König. 从前。");
      assertThat(upload.length()).isEqualTo(bytes.length);
    }
  }

  @Test
  void texts_areZippedInOrderAndAlwaysAlike() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("二.txt", "Zwei.");
    texts.put("1.txt", "Eins.");

    FileUpload upload = LongText.texts("story.zip", texts);

    assertThat(unzipped(upload)).containsExactlyEntriesOf(texts);
    try (InputStream once = upload.content().open();
        InputStream again = LongText.texts("story.zip", texts).content().open()) {
      assertThat(once).hasSameContentAs(again);
    }
  }

  @Test
  void parts_areWrittenAsTheContractShowsThem() throws IOException {
    FileUpload upload =
        LongText.parts(
            "story.zip",
            Map.of(
                "1.json",
                new LongTextParts(
                    Optional.of("One"), Optional.of("Once \"upon\" a time."), Optional.empty())));

    assertThat(unzipped(upload))
        .containsExactly(
            Map.entry(
                "1.json",
                "{\"title\":\"One\",\"content\":\"Once \\\"upon\\\" a time.\",\"extra\":\"\"}"));
  }

  @Test
  void longestText_isUnderAMillionCharacters() {
    assertThat(LongText.text("a.txt", "好".repeat(999_999)).length()).isEqualTo(2_999_997);
    assertRefused("text", () -> LongText.text("a.txt", "x".repeat(1_000_000)));
    assertRefused("text", () -> LongText.texts("a.zip", Map.of("a.txt", "x".repeat(1_000_000))));
    assertRefused("content", () -> content("x".repeat(1_000_000)));
  }

  @Test
  void nothingToSay_isRefused() {
    assertRefused("text", () -> LongText.text("a.txt", " \n"));
    assertRefused("text", () -> LongText.texts("a.zip", Map.of("a.txt", "")));
    assertRefused("file", () -> LongText.texts("a.zip", Map.of()));
    assertRefused(
        "title, content, extra",
        () -> new LongTextParts(Optional.empty(), Optional.empty(), Optional.empty()));
    assertRefused("content", () -> content(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".txt", "a.pdf", "../a.txt", "a/b.txt", "a\\b.txt", "a\nb.txt"})
  void nameThatIsNotPlain_isRefused(String name) {
    assertRefused("filename", () -> LongText.text(name, "x"));
    assertRefused("entry", () -> LongText.texts("a.zip", Map.of(name, "x")));
    assertRefused("filename", () -> LongText.parts(name, Map.of("a.json", content("x"))));
    assertRefused("entry", () -> LongText.parts("a.zip", Map.of(name, content("x"))));
  }

  @Test
  void partsInText_neverHoldTheText() {
    assertThat(content("secret words").toString()).contains("1 parts").doesNotContain("secret");
  }

  private static void assertRefused(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequest.class, refused -> assertThat(refused.field()).isEqualTo(field))
        .hasMessageNotContaining("xxx");
  }
}
