package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGenerationTest {
  private static final String BOAT = "\"model\":\"image-01\",\"prompt\":\"A boat on a lake\"";
  private static final String BASE64 = ",\"response_format\":\"base64\"";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static JsonNode generate(String fields) throws IOException {
    return SANDBOX.demo().post("/v1/image_generation", "{" + fields + "}");
  }

  private static String image(String fields) throws IOException {
    return generate(fields + BASE64).at("/data/image_base64/0").asText();
  }

  private static HttpResponse<byte[]> fetch(String link) throws IOException {
    URI uri = URI.create(link);
    return SANDBOX.control().send(SANDBOX.control().to(uri.getPath() + "?" + uri.getQuery()).GET());
  }

  @Test
  void usualAnswer_isOneLinkToAJpegWhichDiesAfter24Hours() throws Exception {
    JsonNode answer = generate(BOAT);
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.get("id").asText()).matches("[0-9a-f]{32}");
    assertThat(answer.at("/metadata/success_count").isTextual()).isTrue();
    assertThat(answer.at("/metadata/success_count").asText()).isEqualTo("1");
    assertThat(answer.at("/metadata/failed_count").asText()).isEqualTo("0");
    assertThat(answer.at("/data/image_urls")).hasSize(1);
    assertThat(answer.get("data").has("image_base64")).isFalse();
    String link = answer.at("/data/image_urls/0").asText();
    HttpResponse<byte[]> picture = fetch(link);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(Pictures.sizeOf(picture.body())).isEqualTo("1024x1024");
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":86400}");
    assertThat(fetch(link).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "1:1, 1024x1024",
    "16:9, 1280x720",
    "4:3, 1152x864",
    "3:2, 1248x832",
    "2:3, 832x1248",
    "3:4, 864x1152",
    "9:16, 720x1280",
    "21:9, 1344x576"
  })
  void aspectRatio_decidesTheSize(String ratio, String size) throws Exception {
    String image = image(BOAT + ",\"aspect_ratio\":\"" + ratio + "\"");
    assertThat(Pictures.sizeOf(Base64.getDecoder().decode(image))).isEqualTo(size);
  }

  @Test
  void widthAndHeight_countUnlessThereIsAnAspectRatio() throws Exception {
    String sides = BOAT + ",\"width\":640,\"height\":512";
    assertThat(Pictures.sizeOf(Base64.getDecoder().decode(image(sides)))).isEqualTo("640x512");
    String both = sides + ",\"aspect_ratio\":\"9:16\"";
    assertThat(Pictures.sizeOf(Base64.getDecoder().decode(image(both)))).isEqualTo("720x1280");
  }

  @Test
  void seed_decidesThePicture() throws Exception {
    String first = image(BOAT + ",\"seed\":42");
    assertThat(image(BOAT + ",\"seed\":42")).isEqualTo(first);
    assertThat(image(BOAT + ",\"seed\":43")).isNotEqualTo(first);
    assertThat(image(BOAT)).isNotEqualTo(image(BOAT));
  }

  @Test
  void nineImages_areNineDifferentOnes() throws Exception {
    JsonNode answer = generate(BOAT + ",\"n\":9,\"width\":512,\"height\":512" + BASE64);
    Set<String> images = new HashSet<>();
    answer.at("/data/image_base64").forEach(image -> images.add(image.asText()));
    assertThat(images).hasSize(9);
    assertThat(answer.at("/metadata/success_count").asText()).isEqualTo("9");
  }

  @Test
  void style_changesThePictureOfTheLiveModel() throws Exception {
    String live = "\"model\":\"image-01-live\",\"prompt\":\"A boat\",\"seed\":1";
    String manga = live + ",\"style\":{\"style_type\":\"漫画\"";
    assertThat(image(manga + "}")).isNotEqualTo(image(live));
    assertThat(image(manga + "}")).isEqualTo(image(manga + ",\"style_weight\":0.8}"));
    assertThat(image(manga + "}")).isNotEqualTo(image(manga + ",\"style_weight\":0.4}"));
  }

  @Test
  void subject_isTakenAsALinkOrAsAPictureInTheRequest() throws Exception {
    String subject = ",\"subject_reference\":[{\"type\":\"character\",\"image_file\":\"";
    assertThat(Caller.code(generate(BOAT + subject + "https://pictures.example/a.png\"}]")))
        .isZero();
    assertThat(Caller.code(generate(BOAT + subject + Pictures.dataUrl("png", 40, 50) + "\"}]")))
        .isZero();
    String noise = Pictures.dataUrl("jpeg", new byte[100]);
    assertThat(Caller.code(generate(BOAT + subject + noise + "\"}]"))).isEqualTo(2013);
    String gif = Pictures.dataUrl("gif", 40, 50);
    assertThat(Caller.code(generate(BOAT + subject + gif + "\"}]"))).isEqualTo(2013);
    String huge = Pictures.dataUrl("png", new byte[10 << 20]);
    JsonNode tooLarge = generate(BOAT + subject + huge + "\"}]");
    assertThat(Caller.code(tooLarge)).isEqualTo(2013);
    assertThat(Caller.message(tooLarge)).contains("10485760");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt\":\"A boat\"",
        "\"model\":\"image-02\",\"prompt\":\"A boat\"",
        "\"model\":\"image-01\"",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"n\":0",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"n\":10",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"n\":\"2\"",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"aspect_ratio\":\"5:4\"",
        "\"model\":\"image-01-live\",\"prompt\":\"A boat\",\"aspect_ratio\":\"21:9\"",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"width\":512",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"height\":512",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"width\":504,\"height\":512",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"width\":512,\"height\":2056",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"width\":516,\"height\":512",
        "\"model\":\"image-01-live\",\"prompt\":\"A boat\",\"width\":512,\"height\":512",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"style\":{\"style_type\":\"漫画\"}",
        "\"model\":\"image-01-live\",\"prompt\":\"A boat\",\"style\":{}",
        "\"model\":\"image-01-live\",\"prompt\":\"A boat\",\"style\":{\"style_type\":\"油画\"}",
        "\"model\":\"image-01-live\",\"prompt\":\"A\",\"style\":{\"style_type\":\"水彩\",\"style_weight\":0}",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"response_format\":\"hex\"",
        "\"model\":\"image-01\",\"prompt\":\"A boat\",\"seed\":1.5",
        "\"model\":\"image-01\",\"prompt\":\"A"
            + " boat\",\"subject_reference\":[{\"type\":\"character\"}]",
        "\"model\":\"image-01\",\"prompt\":\"A\",\"subject_reference\":[{\"type\":\"dog\",\"image_file\":\"https://a.example/a\"}]",
        "\"model\":\"image-01\",\"prompt\":\"A\",\"subject_reference\":[{\"type\":\"character\",\"image_file\":\"a.png\"}]",
        "\"model\":\"image-01\",\"prompt\":\"A\",\"subject_reference\":[{\"type\":\"character\",\"image_file\":\"ftp://a.example/a\"}]",
        "\"model\":\"image-01\",\"prompt\":\"A\",\"subject_reference\":[{\"type\":\"character\",\"image_file\":\"data:image/png,AAAA\"}]"
      })
  void wrongField_isRefusedWith2013_andNothingIsCharged(String fields) throws Exception {
    assertThat(Caller.code(generate(fields))).isEqualTo(2013);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @Test
  void promptHasAtMost1500Characters() throws Exception {
    String prompt = "\"model\":\"image-01\",\"width\":512,\"height\":512,\"prompt\":\"";
    assertThat(Caller.code(generate(prompt + "船".repeat(1500) + "\""))).isZero();
    assertThat(Caller.code(generate(prompt + "船".repeat(1501) + "\""))).isEqualTo(2013);
  }

  @Test
  void blockedImages_areCountedAndNotCharged() throws Exception {
    JsonNode answer =
        generate("\"model\":\"image-01\",\"prompt\":\"blocked-1 boat\",\"n\":3" + BASE64);
    assertThat(answer.at("/data/image_base64")).hasSize(2);
    assertThat(answer.at("/metadata/success_count").asText()).isEqualTo("2");
    assertThat(answer.at("/metadata/failed_count").asText()).isEqualTo("1");
    JsonNode entry = SANDBOX.control().get("/_sandbox/ledger").at("/entries/0");
    assertThat(entry.get("kind").asText()).isEqualTo("image");
    assertThat(entry.get("quantity").asInt()).isEqualTo(2);
    assertThat(entry.get("amount").asText()).isEqualTo("0.050");
    assertThat(Caller.code(generate("\"model\":\"image-01\",\"prompt\":\"blocked-1\"")))
        .isEqualTo(1026);
  }

  @Test
  void prohibitedPromptAndEmptyBalance_areRefused() throws Exception {
    assertThat(Caller.code(generate("\"model\":\"image-01\",\"prompt\":\"prohibited-content\"")))
        .isEqualTo(1026);
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(Caller.code(generate(BOAT))).isEqualTo(1008);
  }
}
