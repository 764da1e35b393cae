package dev.timbre.it.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.local.LocalDatabase;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Receipts, checked with nothing but the JDK and the published key. */
@OnRunningTimbre
class ReceiptIT {

  private static final String TEXT = "Guten Abend.";

  /** What precedes the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static Company.Client client;
  private static VoiceCase voice;
  private static Answer spoken;

  private final RunningTimbre timbre;
  private final Company company;

  ReceiptIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @BeforeAll
  static void somethingIsSpoken(RunningTimbre timbre) {
    client = timbre.company().client("100");
    voice = timbre.aLiveVoice();
    spoken = voice.speak(client, TEXT).expect(200);
  }

  private static String speech() {
    return spoken.header("Timbre-Speech");
  }

  private static Answer receipt() {
    return client.calls().get("speeches/" + speech() + "/receipt").expect(200);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Optional<byte[]> find(String keyId) {
    return company.auditor().calls().get("audit/keys").expect(200).items().stream()
        .filter(key -> key.path("id").asText().equals(keyId))
        .map(key -> Base64.getDecoder().decode(key.path("publicKey").asText()))
        .findFirst();
  }

  /** A key is published with the first checkpoint that it signs. */
  private PublicKey published(String keyId) throws Exception {
    byte[] raw = await().until(() -> find(keyId), Optional::isPresent).orElseThrow();
    byte[] encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509_HEAD.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private boolean verifies(String payload, Answer receipt) throws Exception {
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(published(receipt.text("keyId")));
    check.update(payload.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(receipt.text("signature")));
  }

  @Test
  void receipt_saysWhatHappenedAndIsSigned() throws Exception {
    Answer receipt = receipt();
    String payload = receipt.text("payload");
    assertThat(verifies(payload, receipt)).isTrue();

    JsonNode said = Timbre.JSON.readTree(payload);
    assertThat(said.at("/type").asText()).isEqualTo("timbre.receipt/1");
    assertThat(said.at("/speech").asText()).isEqualTo(speech());
    assertThat(said.at("/text/sha256").asText())
        .isEqualTo(sha256(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertThat(said.at("/audio/sha256").asText()).isEqualTo(sha256(spoken.bytes()));
    assertThat(said.at("/voice/alias").asText()).isEqualTo(voice.alias());
    assertThat(said.at("/voice/revision").asInt()).isOne();
    assertThat(said.at("/voice/clone").asText()).isEqualTo(spoken.header("Timbre-Clone"));
    assertThat(said.at("/consent/consent").asText()).isEqualTo(voice.consent());
    assertThat(said.at("/client").asText()).isEqualTo(client.id());
    assertThat(said.at("/use/purpose").asText()).isEqualTo("customer_service");
    assertThat(said.at("/use/territory").asText()).isEqualTo("DE");
    assertThat(said.at("/provider/dialect").asText()).isEqualTo("minimax");
    assertThat(said.at("/cost/currency").asText()).isEqualTo("CNY");
    assertThat(payload).doesNotContain(TEXT, "Kerstin\"", "127.0.0.1");
  }

  @Test
  void tamperedReceipt_isRefusedWhateverWasChanged() throws Exception {
    Answer receipt = receipt();
    String payload = receipt.text("payload");
    for (String change : new String[] {"\"DE\"", "CNY", voice.alias(), "customer_service"}) {
      assertThat(payload).contains(change);
      assertThat(verifies(payload.replace(change, "\"X\""), receipt)).isFalse();
    }
    assertThat(verifies(payload + " ", receipt)).isFalse();
  }

  @Test
  void receipt_isTheSameEachTime() {
    assertThat(receipt().body()).isEqualTo(receipt().body());
  }

  @Test
  void receipt_namesItsEntryInTheLog() throws Exception {
    JsonNode said = Timbre.JSON.readTree(receipt().text("payload"));
    Answer entry =
        company.auditor().calls().get("audit/" + said.at("/audit/entry").asText()).expect(200);
    assertThat(entry.text("action")).isEqualTo("speech.speak");
    assertThat(entry.text("subject")).isEqualTo(speech());
    String proof = "audit/" + said.at("/audit/entry").asText() + "/proof";
    Timbre auditor = company.auditor().calls();
    Answer sealed = await().until(() -> auditor.get(proof), answer -> answer.status() == 200);
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(sealed.text("leafHash"))))
        .isEqualTo(said.at("/audit/leafSha256").asText());
  }

  @Test
  void receiptOfWhatWasNotSpoken_isNotThere() {
    client.calls().get("speeches/" + voice.id() + "/receipt").refusedWith(404, "speech-not-found");
  }

  @Test
  void clip_isRecognisedByItsBytes() throws Exception {
    Answer found =
        company
            .auditor()
            .calls()
            .upload("clips", new Form().file("file", "heard.mp3", spoken.bytes()))
            .expect(200);
    assertThat(found.json().path("ours").asBoolean()).isTrue();
    assertThat(found.json().at("/speeches/0/id").asText()).isEqualTo(speech());
    Answer byDigest = client.calls().get("clips/" + sha256(spoken.bytes())).expect(200);
    assertThat(byDigest.json().at("/speeches/0/id").asText()).isEqualTo(speech());
  }

  @Test
  void alteredClip_isNotOursButItsLabelClaimsTheSpeech() {
    byte[] cut = Arrays.copyOf(spoken.bytes(), spoken.bytes().length - 100);
    Answer found =
        client.calls().upload("clips", new Form().file("file", "cut.mp3", cut)).expect(200);
    assertThat(found.json().path("ours").asBoolean()).isFalse();
    assertThat(found.json().path("speeches")).isEmpty();
    assertThat(found.json().at("/claimed/id").asText()).isEqualTo(speech());
  }

  @Test
  void foreignClip_isNotOurs() {
    Answer found =
        client
            .calls()
            .upload("clips", new Form().file("file", "x.mp3", Company.kerstin()))
            .expect(200);
    assertThat(found.json().path("ours").asBoolean()).isFalse();
    assertThat(found.json().has("claimed")).isFalse();
  }

  @Test
  void clipOfAnotherBrandOrClient_isNotToldToStrangers() throws Exception {
    Company stranger = Company.founded(company.admin());
    String digest = sha256(spoken.bytes());
    byte[] cut = Arrays.copyOf(spoken.bytes(), spoken.bytes().length - 100);
    for (Timbre calls :
        new Timbre[] {
          stranger.curator().calls(), stranger.client("1").calls(), company.client("1").calls()
        }) {
      assertThat(calls.get("clips/" + digest).expect(200).json().path("ours").asBoolean())
          .isFalse();
      Answer labelled = calls.upload("clips", new Form().file("file", "cut.mp3", cut)).expect(200);
      assertThat(labelled.json().has("claimed")).isFalse();
      calls.get("speeches/" + speech() + "/receipt").refusedWith(404, "speech-not-found");
    }
  }

  @Test
  void clipThatIsTooLarge_isRefused() {
    client
        .calls()
        .upload("clips", new Form().file("file", "x", new byte[20_000_001]))
        .refusedWith(422, "file-too-large");
    client.calls().upload("clips", new Form()).refusedWith(422, "file-missing");
  }

  @Test
  void receipts_cannotBeChangedByTheServer() throws Exception {
    LocalDatabase database = timbre.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), LocalDatabase.USER, database.password());
        Statement statement = connection.createStatement()) {
      for (String change :
          new String[] {
            "update receipt set payload = 'x'",
            "delete from receipt",
            "update labelling_policy set audible = false",
            "delete from labelling_policy"
          }) {
        assertThatThrownBy(() -> statement.executeUpdate(change))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void labelsInForce_areInTheReceiptAndTheFile() throws Exception {
    JsonNode said = Timbre.JSON.readTree(receipt().text("payload"));
    assertThat(said.at("/labels/metadata").asText()).isEqualTo("written");
    assertThat(said.at("/labels/policies")).hasSize(1);
    assertThat(new String(spoken.bytes(), StandardCharsets.ISO_8859_1))
        .startsWith("ID3")
        .contains("TXXX", "AIGC", "\"ProduceID\":\"" + speech() + "\"");
  }
}
