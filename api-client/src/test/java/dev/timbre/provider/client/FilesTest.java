package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileList;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.StoredFile;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesTest {

  private static final String UPLOADED =
      "{\"file\":{\"file_id\":401000000000000123,\"bytes\":318764,\"created_at\":1790000111,"
          + "\"filename\":\"anna.mp3\",\"purpose\":\"voice_clone\"},"
          + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void upload_sendsPurposeAndFileAndReadsTheAnswer() {
    provider.answers(UPLOADED);

    FileAnswer answer = client.files().upload(EachOperation.sample("RIFF\r\n--x"));

    StubProvider.Received request = provider.onlyRequest();
    String contentType = request.headers().getFirst("Content-Type");
    assertThat(contentType).startsWith("multipart/form-data; boundary=");
    String boundary = contentType.substring(contentType.indexOf('=') + 1);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo("/v1/files/upload");
    assertThat(request.headers().getFirst("Authorization"))
        .isEqualTo("Bearer test-key-4711-secret");
    assertThat(request.headers()).doesNotContainKey("Upgrade");
    assertThat(request.text())
        .isEqualTo(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nvoice_clone\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"anna.wav\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\nRIFF\r\n--x\r\n--"
                + boundary
                + "--\r\n");
    assertThat(request.headers().getFirst("Content-Length"))
        .isEqualTo(Integer.toString(request.body().length));
    assertThat(answer.file().id()).isEqualTo(new FileId("401000000000000123"));
    assertThat(answer.file().bytes()).hasValue(318764);
    assertThat(answer.file().createdAt()).contains(Instant.parse("2026-09-21T14:15:11Z"));
    assertThat(answer.file().filename()).contains("anna.mp3");
    assertThat(answer.file().purpose()).contains(FilePurpose.VOICE_CLONE);
    assertThat(answer.file().downloadUrl()).isEmpty();
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void idAboveTwoToThe53_survivesAsNumberAndAsText() {
    provider.answers("{\"file\":{\"file_id\":9007199254740993},\"base_resp\":{\"status_code\":0}}");
    assertThat(client.files().upload(EachOperation.sample("x")).file().id().value())
        .isEqualTo("9007199254740993");

    provider.answers(
        "{\"file\":{\"file_id\":\"9223372036854775807\"},\"base_resp\":{\"status_code\":\"0\"}}");
    assertThat(client.files().retrieve(new FileId("9223372036854775807")).file().id().value())
        .isEqualTo("9223372036854775807");
  }

  @Test
  void numbersAsTextNullsAndUnknownFields_areReadWithGoodWill() {
    provider.answers(
        "{\"new\":{\"deep\":[1]},\"file\":{\"file_id\":7,\"bytes\":\"318764\",\"created_at\":null,"
            + "\"filename\":42,\"purpose\":null,\"extra\":true},"
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"\",\"more\":1}}");

    StoredFile file = client.files().upload(EachOperation.sample("x")).file();

    assertThat(file.id().value()).isEqualTo("7");
    assertThat(file.bytes()).hasValue(318764);
    assertThat(file.createdAt()).isEmpty();
    assertThat(file.filename()).contains("42");
    assertThat(file.purpose()).isEmpty();
  }

  @Test
  void answerWithoutEnvelope_isSuccessWhenTheFileIsThere() {
    provider.answers("{\"file\":{\"file_id\":7}}");

    assertThat(client.files().upload(EachOperation.sample("x")).file().id().value()).isEqualTo("7");
  }

  @Test
  void successWithoutId_isUnreadable() {
    provider.answers("{\"file\":{\"file_id\":1.5},\"base_resp\":{\"status_code\":0}}");

    assertThatThrownBy(() -> client.files().upload(EachOperation.sample("x")))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("without /file/file_id");
  }

  @Test
  void list_asksForThePurposeAndReadsAllFiles() {
    provider.answers(
        "{\"files\":[{\"file_id\":365000000000111,\"bytes\":318764,\"created_at\":1790000111,"
            + "\"filename\":\"anna.mp3\",\"purpose\":\"voice_clone\"},{\"bytes\":1},null],"
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    FileList list = client.files().list(FilePurpose.VOICE_CLONE);

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/files/list?purpose=voice_clone");
    assertThat(list.files())
        .extracting(file -> file.id().value())
        .containsExactly("365000000000111");
    assertThat(list.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void listWithNullInsteadOfFiles_isEmpty() {
    provider.answers("{\"files\":null,\"base_resp\":{\"status_code\":0}}");

    assertThat(client.files().list(FilePurpose.PROMPT_AUDIO).files()).isEmpty();
  }

  @Test
  void retrieve_readsTheDownloadAddressAndHidesItsSignature() {
    provider.answers(
        "{\"file\":{\"file_id\":297900000000001,\"bytes\":1048576,\"created_at\":1790000900,"
            + "\"filename\":\"297900000000001.tar\",\"purpose\":\"t2a_async\",\"download_url\":"
            + "\"https://oss.example/297900000000001.tar?Expires=1790033300&Signature=x\"},"
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    FileAnswer answer = client.files().retrieve(new FileId("297900000000001"));

    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/files/retrieve?file_id=297900000000001");
    assertThat(answer.file().downloadUrl().orElseThrow().uri())
        .isEqualTo(
            URI.create("https://oss.example/297900000000001.tar?Expires=1790033300&Signature=x"));
    assertThat(answer.toString()).contains("oss.example").doesNotContain("Signature");
  }

  @Test
  void emptyOrBrokenDownloadAddress_isAbsent() {
    for (String url : new String[] {"", "not an address", "file:///etc/passwd"}) {
      provider.answers(
          "{\"file\":{\"file_id\":1,\"download_url\":\""
              + url
              + "\"},"
              + "\"base_resp\":{\"status_code\":0}}");

      assertThat(client.files().retrieve(new FileId("1")).file().downloadUrl()).isEmpty();
    }
  }

  @Test
  void content_isCopiedByteForByte() {
    byte[] bytes = new byte[300_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    provider.answers(200, Map.of("Content-Type", "application/octet-stream"), bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    long copied = client.files().copyContent(new FileId("297900000000001"), out, 300_000);

    assertThat(copied).isEqualTo(300_000);
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/files/retrieve_content?file_id=297900000000001");
  }

  @Test
  void contentThatIsJson_isContent() {
    provider.answers("{\"custom_id\":1}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    client.files().copyContent(new FileId("1"), out, 1000);

    assertThat(out).hasToString("{\"custom_id\":1}");
  }

  @Test
  void contentOverTheLimit_isRefused() {
    provider.answers(200, Map.of("Content-Type", "audio/mpeg"), new byte[101]);

    assertThatThrownBy(
            () -> client.files().copyContent(new FileId("1"), new ByteArrayOutputStream(), 100))
        .isInstanceOfSatisfying(
            DownloadFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(DownloadFailed.Reason.TOO_LARGE))
        .hasMessageContaining("more than 100 bytes");
  }

  @Test
  void delete_sendsTheIdAsInteger() {
    provider.answers(
        "{\"file_id\":365000000000111,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    assertThat(client.files().delete(new FileId("9007199254740993"), FilePurpose.VOICE_CLONE).id())
        .contains(new FileId("365000000000111"));

    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"file_id\":9007199254740993,\"purpose\":\"voice_clone\"}");
    assertThat(provider.onlyRequest().headers().getFirst("Content-Type"))
        .startsWith("application/json");
  }

  @Test
  void idThatIsNoNumber_isRefusedWhereTheContractWantsOne() {
    assertThatThrownBy(() -> client.files().delete(new FileId("file-7"), FilePurpose.VOICE_CLONE))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("file-7");
  }
}
