package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final byte[] SOME = "some bytes".getBytes(StandardCharsets.UTF_8);

  @Test
  void upload_takesThePurposeBeforeOrAfterTheFile() throws Exception {
    ByteArrayOutputStream purposeFirst = new ByteArrayOutputStream();
    Caller.textPart(purposeFirst, "purpose", "prompt_audio");
    Caller.filePart(purposeFirst, "p.wav", SOME);
    JsonNode answer = SANDBOX.demo().postMultipart("/v1/files/upload", purposeFirst);
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.at("/file/purpose").asText()).isEqualTo("prompt_audio");
    assertThat(answer.at("/file/created_at").isIntegralNumber()).isTrue();
    assertThat(Caller.code(SANDBOX.demo().upload("prompt_audio", "p.wav", SOME))).isZero();
  }

  @Test
  void retrieveContent_givesTheVeryBytesBack() throws Exception {
    byte[] bytes = Caller.recording("jfk.wav");
    long id = id(SANDBOX.demo().upload("voice_clone", "jfk.wav", bytes));
    Caller demo = SANDBOX.demo();
    var content = demo.send(demo.to("/v1/files/retrieve_content?file_id=" + id).GET());
    assertThat(content.body()).isEqualTo(bytes);
    assertThat(content.headers().firstValue("Content-Type")).contains("application/octet-stream");
  }

  @Test
  void retrieve_linksToTheBytesUntilTheLinkExpires() throws Exception {
    long id = id(SANDBOX.demo().upload("voice_clone", "a.wav", SOME));
    JsonNode file = SANDBOX.demo().get("/v1/files/retrieve?file_id=" + id).get("file");
    URI link = URI.create(file.get("download_url").asText());
    Caller anonymous = SANDBOX.control();
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).body()).isEqualTo(SOME);

    anonymous.post("/_sandbox/clock", "{\"advanceSeconds\":32400}");
    assertThat(anonymous.send(HttpRequest.newBuilder(link)).statusCode()).isEqualTo(403);
  }

  @Test
  void alteredLink_isForbidden() throws Exception {
    long id = id(SANDBOX.demo().upload("voice_clone", "a.wav", SOME));
    String link =
        SANDBOX.demo().get("/v1/files/retrieve?file_id=" + id).at("/file/download_url").asText();
    Caller anonymous = SANDBOX.control();
    String later = link.replaceAll("Expires=\\d+", "Expires=99999999999");
    String another = link.replace("file-" + id, "..%2Fjournal.jsonl");
    String unsigned = link.replaceAll("&Signature=.*", "");
    for (String altered : new String[] {later, another, unsigned}) {
      var response = anonymous.send(HttpRequest.newBuilder(URI.create(altered)));
      assertThat(response.statusCode()).as(altered).isIn(403, 404);
    }
  }

  @Test
  void list_showsOwnFilesOfOnePurposeOrAll() throws Exception {
    Caller demo = SANDBOX.demo();
    long sample = id(demo.upload("voice_clone", "a.wav", SOME));
    long prompt = id(demo.upload("prompt_audio", "b.wav", SOME));
    id(SANDBOX.other().upload("voice_clone", "c.wav", SOME));

    JsonNode samples = demo.get("/v1/files/list?purpose=voice_clone").get("files");
    assertThat(samples.findValues("file_id"))
        .extracting(JsonNode::longValue)
        .containsExactly(sample);
    JsonNode all = demo.get("/v1/files/list").get("files");
    assertThat(all.findValues("file_id"))
        .extracting(JsonNode::longValue)
        .containsExactly(sample, prompt);
    assertThat(Caller.code(demo.get("/v1/files/list?purpose=everything"))).isEqualTo(2013);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "form", "multipart"})
  void delete_takesEveryKindOfBody(String kind) throws Exception {
    Caller demo = SANDBOX.demo();
    long id = id(demo.upload("voice_clone", "a.wav", SOME));
    JsonNode answer =
        switch (kind) {
          case "json" -> demo.post("/v1/files/delete", "{\"file_id\":" + id + "}");
          case "form" ->
              Caller.read(
                  demo.postRaw(
                      "/v1/files/delete",
                      "application/x-www-form-urlencoded",
                      ("file_id=" + id + "&purpose=voice_clone").getBytes(StandardCharsets.UTF_8)));
          default -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Caller.textPart(body, "file_id", Long.toString(id));
            yield demo.postMultipart("/v1/files/delete", body);
          }
        };
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("file_id").longValue()).isEqualTo(id);
    assertThat(Caller.code(demo.get("/v1/files/retrieve?file_id=" + id))).isEqualTo(2013);
    assertThat(demo.get("/v1/files/list").get("files")).isEmpty();
  }

  @Test
  void delete_withAnotherPurpose_isRefusedAndKeepsTheFile() throws Exception {
    Caller demo = SANDBOX.demo();
    long id = id(demo.upload("voice_clone", "a.wav", SOME));
    String body = "{\"file_id\":" + id + ",\"purpose\":\"prompt_audio\"}";
    assertThat(Caller.code(demo.post("/v1/files/delete", body))).isEqualTo(2013);
    assertThat(Caller.code(demo.get("/v1/files/retrieve?file_id=" + id))).isZero();
  }

  @Test
  void foreignFile_isNotFound() throws Exception {
    long id = id(SANDBOX.other().upload("voice_clone", "a.wav", SOME));
    Caller demo = SANDBOX.demo();
    assertThat(Caller.code(demo.get("/v1/files/retrieve?file_id=" + id))).isEqualTo(2013);
    assertThat(Caller.code(demo.get("/v1/files/retrieve_content?file_id=" + id))).isEqualTo(2013);
    assertThat(Caller.code(demo.post("/v1/files/delete", "{\"file_id\":" + id + "}")))
        .isEqualTo(2013);
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "1.5", "99999999999999999999", "-1", "1e9", "0x10"})
  void badFileId_isRefusedWith2013(String id) throws Exception {
    assertThat(Caller.code(SANDBOX.demo().get("/v1/files/retrieve?file_id=" + id))).isEqualTo(2013);
  }

  @Test
  void ids_areExactInADoubleByDefault_andNotWithTheSwitch() throws Exception {
    long small = id(SANDBOX.demo().upload("voice_clone", "a.wav", SOME));
    assertThat((long) (double) small).isEqualTo(small);

    SANDBOX.control().post("/_sandbox/settings", "{\"largeIds\":true}");
    long large = id(SANDBOX.demo().upload("voice_clone", "a.wav", SOME));
    assertThat((long) (double) large).isNotEqualTo(large);
    assertThat(Long.toString(large)).hasSize(18);
    assertThat(Caller.code(SANDBOX.demo().get("/v1/files/retrieve?file_id=" + large))).isZero();
  }

  @Test
  void sampleOfTwentyMegabytes_isTaken_andOneByteMoreIsNot() throws Exception {
    byte[] most = new byte[20_000_000];
    assertThat(Caller.code(SANDBOX.demo().upload("voice_clone", "a.wav", most))).isZero();
    JsonNode more = SANDBOX.demo().upload("voice_clone", "a.wav", new byte[20_000_001]);
    assertThat(Caller.code(more)).isEqualTo(2013);
    assertThat(Caller.message(more)).contains("20000001").contains("20000000");
    assertThat(Caller.code(SANDBOX.demo().upload("retrieval", "a.bin", new byte[20_000_001])))
        .isZero();
  }

  @Test
  void uploadWithAWrongKey_isAnsweredThoughItsBodyIsLarge() throws Exception {
    JsonNode answer = SANDBOX.withKey("wrong").upload("voice_clone", "a.wav", new byte[30_000_000]);
    assertThat(Caller.code(answer)).isEqualTo(2049);
  }

  @Test
  void clientThatWaitsForContinue_isToldToGoOn() throws Exception {
    Caller demo = SANDBOX.demo();
    var request =
        demo.to("/v1/get_voice")
            .expectContinue(true)
            .POST(BodyPublishers.ofString("{\"voice_type\":\"voice_cloning\"}"));
    assertThat(Caller.code(Caller.read(demo.send(request)))).isZero();
  }

  @Test
  void refusedUpload_leavesNothingBehind() throws Exception {
    SANDBOX.demo().upload("no_such_purpose", "a.wav", SOME);
    SANDBOX.demo().upload("voice_clone", "a.wav", new byte[0]);
    assertThat(SANDBOX.demo().get("/v1/files/list").get("files")).isEmpty();
    try (Stream<?> left = Files.list(SANDBOX.directory().resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void fileName_losesItsFolders() throws Exception {
    JsonNode answer = SANDBOX.demo().upload("voice_clone", "../../etc/passwd.wav", SOME);
    assertThat(answer.at("/file/filename").asText()).isEqualTo("passwd.wav");
  }

  @Test
  void fileName_keepsChineseCharacters() throws Exception {
    JsonNode answer = SANDBOX.demo().upload("voice_clone", "安娜的声音.wav", SOME);
    assertThat(answer.at("/file/filename").asText()).isEqualTo("安娜的声音.wav");
  }

  @Test
  void incompleteForm_isRefusedWith2013() throws Exception {
    ByteArrayOutputStream noFile = new ByteArrayOutputStream();
    Caller.textPart(noFile, "purpose", "voice_clone");
    assertThat(Caller.message(SANDBOX.demo().postMultipart("/v1/files/upload", noFile)))
        .contains("file is empty");
    ByteArrayOutputStream noPurpose = new ByteArrayOutputStream();
    Caller.filePart(noPurpose, "a.wav", SOME);
    assertThat(Caller.message(SANDBOX.demo().postMultipart("/v1/files/upload", noPurpose)))
        .contains("purpose is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=other",
        "text/plain"
      })
  void bodyThatIsNoForm_isRefusedWith2013(String contentType) throws Exception {
    Caller demo = SANDBOX.demo();
    var request =
        demo.to("/v1/files/upload")
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; na"));
    assertThat(Caller.code(Caller.read(demo.send(request)))).isEqualTo(2013);
  }

  private static long id(JsonNode answer) {
    return answer.at("/file/file_id").longValue();
  }
}
