package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.specimpl.RequestImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileResponseTest {

  private static final String DIGITS = "0123456789";
  private static final String TAG = "\"abc\"";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(directory.resolve("audio"), DIGITS);
  }

  @Test
  void noRange_answersAllWithTagAndLength() throws Exception {
    Response answer = answer();

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo(DIGITS);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("abc"));
    assertThat(answer.getHeaderString("Content-Length")).isEqualTo("10");
    assertThat(answer.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.getMediaType()).hasToString("audio/wav");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-4, 4, bytes 4-4/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "' bytes=0-0 ', 0, bytes 0-0/10"
  })
  void oneRange_answersThoseBytes(String range, String bytes, String contentRange)
      throws Exception {
    Response answer = answer("Range", range);

    assertThat(answer.getStatus()).isEqualTo(206);
    assertThat(text(answer)).isEqualTo(bytes);
    assertThat(answer.getHeaderString("Content-Range")).isEqualTo(contentRange);
    assertThat(answer.getHeaderString("Content-Length"))
        .isEqualTo(Integer.toString(bytes.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0", "bytes=5-2"})
  void rangeBeyondTheEnd_isRefusedWithTheSize(String range) {
    ClientErrorException refusal =
        catchThrowableOfType(ClientErrorException.class, () -> answer("Range", range));

    assertThat(refusal.getResponse().getStatus()).isEqualTo(416);
    assertThat(refusal.getResponse().getHeaderString("Content-Range")).isEqualTo("bytes */10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=-", "bytes=a-b", "bytes=0-1,3-4", "items=0-1", "bytes 0-1", "bytes=0--1"})
  void rangeOfAnotherForm_isAnsweredWithAll(String range) throws Exception {
    Response answer = answer("Range", range);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo(DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"'\"abc\"', 206", "'\"old\"', 200", "'W/\"abc\"', 200"})
  void ifRange_holdsOnlyForTheSameBytes(String ifRange, int status) throws Exception {
    assertThat(answer("Range", "bytes=0-1", "If-Range", ifRange).getStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"'\"abc\"', 304", "'\"old\", \"abc\"', 304", "*, 304", "'\"old\"', 200"})
  void ifNoneMatch_sparesBytesThatTheCallerHas(String ifNoneMatch, int status) throws Exception {
    Response answer = answer("If-None-Match", ifNoneMatch);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("abc"));
  }

  @Test
  void ifNoneMatch_goesBeforeRange() throws Exception {
    assertThat(answer("If-None-Match", TAG, "Range", "bytes=0-1").getStatus()).isEqualTo(304);
  }

  private Response answer(String... headers) throws Exception {
    MockHttpRequest request = MockHttpRequest.get("/audio");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return FileResponse.of(
        file, "audio/wav", "abc", new RequestImpl(request, null), request.getHttpHeaders());
  }

  private static String text(Response answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((StreamingOutput) answer.getEntity()).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
