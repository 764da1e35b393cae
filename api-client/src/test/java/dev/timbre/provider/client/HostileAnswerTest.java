package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timbre.provider.client.error.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server does with HTTP, a call ends in a typed failure that shows no secret. The limit
 * of time is there for answers that are waited for in vain.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileAnswerTest {

  private static final String KEY = StubProvider.KEY;
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String JSON = "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"x\"}}";

  /** One operation for each way in which answers are read. */
  private static final Set<EachOperation> WAYS =
      EnumSet.of(
          EachOperation.UPLOAD,
          EachOperation.CONTENT,
          EachOperation.CLONE,
          EachOperation.SPEAK,
          EachOperation.STREAM_SPEECH,
          EachOperation.LIST_VOICES);

  /** Whatever bytes a file has are right. */
  private static final Set<Hostility> MAY_BE_A_FILE =
      EnumSet.of(
          Hostility.NOTHING_BUT_A_STATUS,
          Hostility.KEY_AS_MEDIA_TYPE,
          Hostility.MEDIA_TYPE_OF_NONSENSE,
          Hostility.GZIP_UNASKED,
          Hostility.DEFLATE_UNASKED);

  /** What is sent, as one character a byte. */
  enum Hostility {
    NOTHING_BUT_A_STATUS("HTTP/1.1 200 OK\r\n\r\n"),
    OLD_VERSION("HTTP/1.0 200 OK\r\n\r\n" + JSON),
    UNKNOWN_VERSION("HTTP/9.9 200 OK\r\n\r\n" + JSON),
    STATUS_OF_WORDS("HTTP/1.1 " + KEY + "\r\n\r\n"),
    STATUS_TOO_LARGE("HTTP/1.1 99999999999 OK\r\n\r\n"),
    STATUS_ZERO("HTTP/1.1 000 Zero\r\n\r\n" + JSON),
    REASON_WITH_THE_KEY("HTTP/1.1 500 " + KEY + "\r\n\r\n"),
    KEY_IN_PLACE_OF_HTTP(KEY + " " + KEY + "\r\n\r\n"),
    KEY_IN_A_HEADER_WITHOUT_COLON("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n" + JSON),
    KEY_AS_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n" + JSON),
    KEY_AS_TRACE("HTTP/1.1 200 OK\r\nTrace-Id: " + KEY + "\r\n\r\n" + JSON),
    KEY_AS_MEDIA_TYPE("HTTP/1.1 200 OK\r\nContent-Type: " + KEY + "/" + KEY + "\r\n\r\n" + JSON),
    MEDIA_TYPE_OF_NONSENSE("HTTP/1.1 200 OK\r\nContent-Type: ;;=\"\r\n\r\n" + JSON),
    CHARSET_OF_NONSENSE(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=klingon\r\n\r\n" + JSON),
    CONTROLS_IN_TRACE("HTTP/1.1 200 OK\r\nTrace-Id: a\u0007\u001b[31mb\u0085\r\n\r\n" + JSON),
    OTHER_LENGTHS("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 70\r\n\r\n" + JSON),
    LENGTHS_IN_A_LIST("HTTP/1.1 200 OK\r\nContent-Length: 5, 70\r\n\r\n" + JSON),
    NEGATIVE_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + JSON),
    LENGTH_WITHOUT_MEASURE(
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n" + JSON),
    LENGTH_OF_EXABYTES("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n" + JSON),
    LENGTH_AND_CHUNKS(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunk(JSON)
            + "0\r\n\r\n"),
    CHUNK_OF_WORDS(chunked("zz\r\n" + JSON)),
    NEGATIVE_CHUNK(chunked("-5\r\n" + JSON)),
    CHUNK_WITHOUT_MEASURE(chunked("ffffffffffffffffffff\r\n" + JSON)),
    CHUNK_OF_EXABYTES(chunked("7fffffffffffffff\r\n" + JSON)),
    CHUNK_LONGER_THAN_SAID(chunked("5\r\n" + JSON + "\r\n0\r\n\r\n")),
    CHUNK_EXTENSION_OF_A_MEGABYTE(chunked("1;" + "a".repeat(1 << 20) + "\r\n{\r\n0\r\n\r\n")),
    UNKNOWN_TRANSFER("HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\n" + JSON),
    GZIP_UNASKED(encoded("gzip", gzip(JSON, 1))),
    DEFLATE_UNASKED(encoded("deflate", deflate(JSON))),
    GZIP_THAT_IS_NONE(encoded("gzip", JSON)),
    GZIP_OF_MUCH(encoded("gzip", gzip(" ".repeat(1 << 20), 300))),
    UNKNOWN_ENCODING(encoded("zstd, br", JSON)),
    UPGRADE("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
    UPGRADE_REQUIRED("HTTP/1.1 426 Upgrade Required\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n"),
    HTTP_2("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\6\4\0\0\0\0\0\0\0"),
    CONTINUE_FIRST(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 51\r\n\r\n" + JSON),
    CONTINUE_OFTEN("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000)),
    HINTS_FIRST(
        "HTTP/1.1 103 Early Hints\r\n"
            + "Link: </a>\r\n\r\n"
            + "HTTP/1.1 200 OK\r\n"
            + "Content-Length: 51\r\n\r\n"
            + JSON),
    HEADER_OF_A_MEGABYTE("HTTP/1.1 200 OK\r\nX-Filler: " + "a".repeat(1 << 20) + "\r\n\r\n" + JSON),
    TRACE_OF_A_MEGABYTE("HTTP/1.1 200 OK\r\nTrace-Id: " + "a".repeat(1 << 20) + "\r\n\r\n" + JSON),
    TEN_THOUSAND_HEADERS("HTTP/1.1 200 OK\r\n" + "X-Filler: a\r\n".repeat(10_000) + "\r\n" + JSON),
    FOLDED_HEADER("HTTP/1.1 200 OK\r\nTrace-Id: a\r\n b\r\n c\r\n\r\n" + JSON),
    BARE_LINE_ENDS("HTTP/1.1 200 OK\n\n" + JSON),
    REDIRECT_WITH_THE_KEY(
        "HTTP/1.1 307 Temporary\r\nLocation: http://" + KEY + "@127.0.0.1:1/\r\n\r\n"),
    LOCATION_OF_NONSENSE("HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n"),
    ASKS_FOR_A_PASSWORD(
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"" + KEY + "\"\r\n\r\n"),
    ASKS_FOR_A_PROXY_PASSWORD(
        "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n"),
    NO_CONTENT("HTTP/1.1 204 No Content\r\n\r\n" + JSON),
    NOT_MODIFIED("HTTP/1.1 304 Not Modified\r\n\r\n"),
    ALTERNATIVE_SERVICE(
        "HTTP/1.1 200 OK\r\nAlt-Svc: h2=\"127.0.0.1:1\"\r\nContent-Length: 51\r\n\r\n" + JSON);

    private final String answer;

    Hostility(String answer) {
      this.answer = answer;
    }

    private static String chunk(String content) {
      return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    private static String chunked(String chunks) {
      return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    private static String encoded(String encoding, String body) {
      return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
          + encoding
          + "\r\nContent-Length: "
          + body.length()
          + "\r\n\r\n"
          + body;
    }

    private static String gzip(String plain, int times) {
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        for (int i = 0; i < times; i++) {
          out.write(bytes);
        }
      } catch (IOException cannotBe) {
        throw new UncheckedIOException(cannotBe);
      }
      return packed.toString(StandardCharsets.ISO_8859_1);
    }

    private static String deflate(String plain) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new DeflaterOutputStream(packed)) {
        out.write(plain.getBytes(StandardCharsets.UTF_8));
      } catch (IOException cannotBe) {
        throw new UncheckedIOException(cannotBe);
      }
      return packed.toString(StandardCharsets.ISO_8859_1);
    }
  }

  static Stream<Arguments> everyHostilityOnEveryWay() {
    return Stream.of(Hostility.values())
        .flatMap(answer -> WAYS.stream().map(way -> Arguments.of(answer, way)));
  }

  @ParameterizedTest
  @MethodSource("everyHostilityOnEveryWay")
  void answer_endsInATypedFailureThatShowsNoSecret(Hostility answer, EachOperation way)
      throws IOException {
    try (RawServer server = RawServer.answering(answer.answer);
        MiniMaxClient client = client(server, Duration.ofSeconds(20))) {
      Throwable thrown = catchThrowable(() -> way.callOn(client));

      if (thrown == null) {
        assertThat(way).isEqualTo(EachOperation.CONTENT);
        assertThat(answer).isIn(MAY_BE_A_FILE);
      } else {
        assertHarmless(thrown);
      }
    }
  }

  /** What never ends, and how fast it comes. */
  enum Endless {
    BODY_BY_LENGTH(OK + "Content-Length: 629145600\r\n\r\n", " ".repeat(1 << 20), Duration.ZERO),
    BODY_IN_CHUNKS(
        OK + "Transfer-Encoding: chunked\r\n\r\n",
        "100000\r\n" + " ".repeat(1 << 20) + "\r\n",
        Duration.ZERO),
    BODY_WITHOUT_LENGTH(OK + "\r\n", " ".repeat(1 << 20), Duration.ZERO),
    TEXT_IN_JSON(OK + "\r\n{\"a\":\"", "b".repeat(1 << 20), Duration.ZERO),
    HEADERS("HTTP/1.1 200 OK\r\n", "X-Filler: " + "a".repeat(10_000) + "\r\n", Duration.ZERO),
    ONE_HEADER("HTTP/1.1 200 OK\r\nX-Filler: ", "a".repeat(1 << 20), Duration.ZERO),
    STATUS_LINE("HTTP/1.1 200 ", "a".repeat(1 << 20), Duration.ZERO),
    CONTINUE("", "HTTP/1.1 100 Continue\r\n\r\n", Duration.ZERO),
    CHUNK_EXTENSION(
        OK + "Transfer-Encoding: chunked\r\n\r\n1;", "a".repeat(1 << 20), Duration.ZERO),
    SLOW_BODY(OK + "\r\n", " ", Duration.ofMillis(20)),
    SLOW_BODY_BY_LENGTH(OK + "Content-Length: 1000000\r\n\r\n", " ", Duration.ofMillis(20)),
    SLOW_CHUNKS(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", Duration.ofMillis(20)),
    SLOW_HEADERS("HTTP/1.1 200 OK\r\n", "X-Filler: a\r\n", Duration.ofMillis(20)),
    SLOW_HEADER("HTTP/1.1 200 OK\r\nX-Filler: ", "a", Duration.ofMillis(20)),
    SLOW_STATUS_LINE("HTTP/1.1 200 ", "a", Duration.ofMillis(20)),
    SLOW_CONTINUE("", "HTTP/1.1 100 Continue\r\n\r\n", Duration.ofMillis(20));

    private final String start;
    private final String repeated;
    private final Duration pause;

    Endless(String start, String repeated, Duration pause) {
      this.start = start;
      this.repeated = repeated;
      this.pause = pause;
    }
  }

  static Stream<Arguments> everyEndOnEveryWay() {
    return Stream.of(Endless.values())
        .flatMap(answer -> WAYS.stream().map(way -> Arguments.of(answer, way)));
  }

  @ParameterizedTest
  @MethodSource("everyEndOnEveryWay")
  void answerWithoutEnd_isGivenUpAndItsBodyIsNotReadOn(Endless answer, EachOperation way)
      throws IOException {
    try (RawServer server = RawServer.repeating(answer.start, answer.repeated, answer.pause);
        MiniMaxClient client = client(server, Duration.ofSeconds(1))) {
      Throwable thrown = catchThrowable(() -> way.callOn(client));

      assertHarmless(thrown);
      if (answer.start.startsWith(OK)) {
        server.awaitClientGone();
      }
    }
  }

  static void assertHarmless(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ProviderException.class);
    StringWriter printed = new StringWriter();
    thrown.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain(KEY);
    assertThat(thrown.getMessage()).hasSizeLessThan(1000).doesNotContainPattern("\\p{Cntrl}");
    assertThat(((ProviderException) thrown).traceId().orElse(""))
        .hasSizeLessThan(1000)
        .doesNotContain(KEY)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  private static MiniMaxClient client(RawServer server, Duration patience) {
    return MiniMaxClient.connect(
        new ProviderEndpoint(
            server.uri(), ApiKey.of(KEY), Optional.empty(), StubProvider.allOf(patience)));
  }
}
