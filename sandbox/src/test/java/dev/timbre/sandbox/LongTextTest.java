package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY = "/v1/query/t2a_async_query_v2";

  @BeforeEach
  void tasksTakeAnHour() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":3600}");
  }

  private static String body(String what, String more) {
    return "{\"model\":\"speech-2.8-hd\","
        + what
        + ",\"voice_setting\":{\"voice_id\":\"female-yujie\"}"
        + more
        + "}";
  }

  private static JsonNode create(String what) throws IOException {
    return SANDBOX.demo().post("/v1/t2a_async_v2", body(what, ""));
  }

  private static JsonNode createFrom(String filename, byte[] content) throws IOException {
    long file =
        SANDBOX.demo().upload("t2a_async_input", filename, content).at("/file/file_id").longValue();
    return create("\"text_file_id\":" + file);
  }

  private static JsonNode query(JsonNode created) throws IOException {
    return SANDBOX.demo().get(QUERY + "?task_id=" + created.get("task_id").asText());
  }

  private static void advance(long seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static JsonNode finished(JsonNode created) throws IOException {
    advance(3600);
    return query(created);
  }

  private static Map<String, byte[]> download(JsonNode created) throws IOException {
    JsonNode file =
        SANDBOX.demo().get("/v1/files/retrieve?file_id=" + created.get("file_id").asText());
    URI link = URI.create(file.at("/file/download_url").asText());
    return files(SANDBOX.control().send(HttpRequest.newBuilder(link)).body());
  }

  private static Map<String, byte[]> files(byte[] tar) throws IOException {
    assertThat(new String(tar, 257, 5, StandardCharsets.US_ASCII)).isEqualTo("ustar");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static JsonNode totals() throws IOException {
    return SANDBOX.control().get("/_sandbox/ledger").get("totals");
  }

  @Test
  void text_becomesAnArchiveWithSoundTitlesAndMeasures() throws Exception {
    JsonNode created = create("\"text\":\"Good evening. 你好！\"");
    assertThat(Caller.code(created)).isZero();
    assertThat(created.get("task_id").isTextual()).isTrue();
    assertThat(created.get("task_token").asText()).isNotEmpty();
    assertThat(created.get("usage_characters").asInt()).isEqualTo(14 + 5);
    JsonNode processing = query(created);
    assertThat(processing.get("status").asText()).isEqualTo("Processing");
    assertThat(processing.get("task_id").isIntegralNumber()).isTrue();
    assertThat(totals().at("/characters/count").asInt()).isZero();

    JsonNode done = finished(created);
    assertThat(done.get("status").asText()).isEqualTo("Success");
    assertThat(done.get("file_id")).isEqualTo(created.get("file_id"));
    String id = created.get("task_id").asText();
    Map<String, byte[]> files = download(created);
    assertThat(files)
        .containsOnlyKeys(
            id + "/" + id + ".mp3", id + "/" + id + ".titles", id + "/" + id + ".extra");
    JsonNode extra = JSON.readTree(files.get(id + "/" + id + ".extra"));
    byte[] sound = files.get(id + "/" + id + ".mp3");
    assertThat(extra.get("audio_size").asInt()).isEqualTo(sound.length);
    assertThat(extra.get("audio_channel").asInt()).isEqualTo(2);
    assertThat(extra.get("usage_characters").asInt()).isEqualTo(19);
    double seconds = extra.get("audio_length").asInt() / 1000.0;
    assertThat(SoundFile.of(sound, "mp3", 32000, 2).seconds()).isCloseTo(seconds, within(0.1));
    JsonNode titles = JSON.readTree(files.get(id + "/" + id + ".titles"));
    assertThat(titles.findValuesAsText("text")).containsExactly("Good evening.", "你好！");
    assertThat(titles.get(1).get("time_end").asDouble()).isCloseTo(seconds * 1000, within(1.0));
    assertThat(totals().at("/characters/quantity").asInt()).isEqualTo(19);
  }

  @Test
  void resultFile_isListedAndServed() throws Exception {
    JsonNode created = create("\"text\":\"Hello.\"");
    finished(created);
    JsonNode file = SANDBOX.demo().get("/v1/files/list?purpose=t2a_async").at("/files/0");
    assertThat(file.get("file_id")).isEqualTo(created.get("file_id"));
    assertThat(file.get("filename").asText()).isEqualTo(created.get("file_id").asText() + ".tar");
    byte[] content =
        SANDBOX
            .demo()
            .send(
                SANDBOX
                    .demo()
                    .to("/v1/files/retrieve_content?file_id=" + created.get("file_id").asText()))
            .body();
    assertThat(content).hasSize(file.get("bytes").asInt());
    assertThat(files(content)).hasSize(3);
    assertThat(
            Caller.code(SANDBOX.other().get(QUERY + "?task_id=" + created.get("task_id").asText())))
        .isEqualTo(2013);
  }

  @Test
  void result_expiresAfterNineHours() throws Exception {
    JsonNode created = create("\"text\":\"Hello.\"");
    finished(created);
    advance(32_000);
    assertThat(query(created).get("status").asText()).isEqualTo("Success");
    assertThat(download(created)).hasSize(3);
    advance(400);
    assertThat(query(created).get("status").asText()).isEqualTo("Expired");
    assertThat(
            Caller.code(
                SANDBOX
                    .demo()
                    .get("/v1/files/retrieve?file_id=" + created.get("file_id").asText())))
        .isEqualTo(2013);
    assertThat(SANDBOX.demo().get("/v1/files/list?purpose=t2a_async").get("files")).isEmpty();
  }

  @Test
  void query_canBePostedWithEitherTypeOfId() throws Exception {
    String id = create("\"text\":\"Hello.\"").get("task_id").asText();
    for (String value : new String[] {id, "\"" + id + "\""}) {
      JsonNode answer = SANDBOX.demo().post(QUERY, "{\"task_id\":" + value + "}");
      assertThat(answer.get("status").asText()).isIn("Processing", "Success");
    }
    assertThat(Caller.code(SANDBOX.demo().get(QUERY + "?task_id=12"))).isEqualTo(2013);
    assertThat(Caller.code(SANDBOX.demo().get(QUERY))).isEqualTo(2013);
  }

  @Test
  void failure_isAStatusAndCostsNothing() throws Exception {
    JsonNode created = create("\"text\":\"This is prohibited-output.\"");
    assertThat(Caller.code(created)).isZero();
    JsonNode done = finished(created);
    assertThat(done.get("status").asText()).isEqualTo("Failed");
    assertThat(Caller.code(done)).isZero();
    assertThat(totals().at("/characters/count").asInt()).isZero();
    assertThat(SANDBOX.demo().get("/v1/files/list?purpose=t2a_async").get("files")).isEmpty();
  }

  @Test
  void speech_makesAVoicePermanentWhenItIsDone() throws Exception {
    SANDBOX.demo().clone("AsyncVoice1", "lj.mp3");
    String body = body("\"text\":\"Hello.\"", "").replace("female-yujie", "AsyncVoice1");
    JsonNode created = SANDBOX.demo().post("/v1/t2a_async_v2", body);
    assertThat(totals().at("/fee/count").asInt()).isZero();
    finished(created);
    finished(created);
    assertThat(totals().at("/fee/count").asInt()).isEqualTo(1);
    assertThat(totals().at("/characters/count").asInt()).isEqualTo(1);
  }

  @Test
  void textFile_isRead() throws Exception {
    JsonNode created =
        createFrom("story.txt", "\uFEFFOnce upon a time.".getBytes(StandardCharsets.UTF_8));
    assertThat(created.get("usage_characters").asInt()).isEqualTo(17);
    finished(created);
    assertThat(download(created)).hasSize(3);
  }

  @Test
  void zipOfTexts_becomesOneSetOfFilesEach() throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("book/one.txt", "The first.");
    texts.put("book/two.txt", "The second.");
    texts.put("empty.txt", " ");
    JsonNode created = createFrom("book.zip", zip(texts));
    finished(created);
    String directory = created.get("task_id").asText() + "/";
    assertThat(download(created).keySet())
        .containsExactly(
            directory + "one.mp3",
            directory + "one.titles",
            directory + "one.extra",
            directory + "two.mp3",
            directory + "two.titles",
            directory + "two.extra");
  }

  @Test
  void zipOfJson_becomesUpToNineFiles() throws Exception {
    JsonNode created =
        createFrom(
            "page.zip",
            zip(
                Map.of(
                    "page.json",
                    "{\"title\":\"A title\",\"content\":\"The content.\",\"extra\":\"More.\"}")));
    assertThat(created.get("usage_characters").asInt()).isEqualTo(7 + 12 + 5);
    finished(created);
    Map<String, byte[]> files = download(created);
    assertThat(files).hasSize(9);
    assertThat(files.keySet())
        .anyMatch(name -> name.endsWith("page_title.mp3"))
        .anyMatch(name -> name.endsWith("page_content.titles"))
        .anyMatch(name -> name.endsWith("page_extra.extra"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":\"a\",\"text_file_id\":1",
        "\"texts\":\"a\"",
        "\"text\":\"\"",
        "\"text_file_id\":1",
        "\"text\":\"<#1#> a pause first\"",
        "\"text\":\"a\",\"audio_setting\":{\"audio_sample_rate\":12345}",
        "\"text\":\"a\",\"audio_setting\":{\"format\":\"opus\"},\"voice_modify\":{\"pitch\":1}",
      })
  void wrongCalls_areRefusedWith2013(String what) throws Exception {
    assertThat(Caller.code(create(what))).isEqualTo(2013);
  }

  @Test
  void longestText_isFiftyThousandCharacters() throws Exception {
    assertThat(Caller.code(create("\"text\":\"" + "a".repeat(50_001) + "\""))).isEqualTo(2013);
    JsonNode created = create("\"text\":\"" + "A word. ".repeat(6_250) + "\"");
    assertThat(created.get("usage_characters").asInt()).isEqualTo(50_000);
  }

  @Test
  void uselessFiles_areRefusedWith2013() throws Exception {
    byte[] latin1 = "für".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Caller.code(createFrom("a.txt", latin1))).isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.txt", " ".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.doc", latin1))).isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.zip", latin1))).isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.zip", zip(Map.of("a.exe", "x"))))).isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.zip", zip(Map.of("a.json", "[1]"))))).isEqualTo(2013);
    assertThat(Caller.code(createFrom("a.zip", zip(Map.of("a.txt", "x", "b.json", "{}")))))
        .isEqualTo(2013);
    byte[] bomb = zip(Map.of("a.txt", "a".repeat(5_000_000)));
    assertThat(bomb.length).isLessThan(10_000);
    assertThat(Caller.code(createFrom("a.zip", bomb))).isEqualTo(2013);
    long sample = SANDBOX.demo().uploadSample("lj.mp3");
    assertThat(Caller.code(create("\"text_file_id\":" + sample))).isEqualTo(2013);
  }

  @Test
  void opusAtItsOwnRate_isSpoken() throws Exception {
    JsonNode created =
        create(
            "\"text\":\"Hello.\",\"audio_setting\":{\"format\":\"opus\",\"audio_sample_rate\":24000,"
                + "\"channel\":1}");
    finished(created);
    assertThat(download(created).keySet()).anyMatch(name -> name.endsWith(".opus"));
  }
}
