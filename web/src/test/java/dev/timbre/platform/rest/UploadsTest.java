package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UploadsTest {

  /** A part as a server would hand it over. */
  private record Part(String name, String filename, String text) implements EntityPart {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Optional<String> getFileName() {
      return Optional.ofNullable(filename);
    }

    @Override
    public InputStream getContent() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public <T> T getContent(Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getContent(GenericType<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MultivaluedMap<String, String> getHeaders() {
      return new MultivaluedHashMap<>();
    }

    @Override
    public MediaType getMediaType() {
      return MediaType.APPLICATION_OCTET_STREAM_TYPE;
    }
  }

  private static Uploads form(EntityPart... parts) {
    return new Uploads(List.of(parts));
  }

  @Test
  void field_isItsText() {
    assertThat(form(new Part("purpose", null, "clone_source")).field("purpose"))
        .contains("clone_source");
  }

  @Test
  void missingOrBlankField_isAbsent() {
    Uploads form = form(new Part("brand", null, "  "));

    assertThat(form.field("brand")).isEmpty();
    assertThat(form.field("talent")).isEmpty();
  }

  @Test
  void fieldThatIsTooLong_isRefused() {
    assertThat(form(new Part("t", null, "x".repeat(16 * 1024))).field("t")).isPresent();

    Uploads longer = form(new Part("t", null, "x".repeat(16 * 1024 + 1)));
    assertThatThrownBy(() -> longer.field("t"))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("16384");
  }

  @Test
  void file_isHandedOverAndGoneAfterwards() {
    AtomicReference<Path> seen = new AtomicReference<>();

    String text =
        form(new Part("file", "a.wav", "bytes"))
            .file(
                "file",
                5,
                (path, name) -> {
                  seen.set(path);
                  assertThat(path).hasContent("bytes");
                  return name;
                });

    assertThat(text).isEqualTo("a.wav");
    assertThat(Files.exists(seen.get())).isFalse();
  }

  @Test
  void fileWithOneByteTooMany_isRefusedBeforeAnybodySeesIt() {
    Uploads form = form(new Part("file", "a.wav", "bytes!"));

    Invalid refusal =
        catchThrowableOfType(
            Invalid.class,
            () ->
                form.file(
                    "file",
                    5,
                    (path, name) -> {
                      throw new AssertionError("not reached");
                    }));

    assertThat(refusal.code()).isEqualTo("file-too-large");
  }

  @Test
  void fileOfAFailedTaker_isGoneToo() {
    AtomicReference<Path> seen = new AtomicReference<>();
    Uploads form = form(new Part("file", null, "x"));

    assertThatThrownBy(
            () ->
                form.file(
                    "file",
                    5,
                    (path, name) -> {
                      seen.set(path);
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Files.exists(seen.get())).isFalse();
  }

  @Test
  void missingFile_isRefusedByName() {
    assertThatThrownBy(() -> form().file("file", 5, (path, name) -> name))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("'file'");
  }

  @Test
  void partsWithoutEnd_areRefused() {
    EntityPart part = new Part("x", null, "x");
    assertThat(new Uploads(Collections.nCopies(12, part)).field("x")).isPresent();

    assertThatThrownBy(() -> new Uploads(Collections.nCopies(13, part)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("12");
    assertThatThrownBy(() -> new Uploads(null)).isInstanceOf(Invalid.class);
  }
}
