package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.error.Invalid;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyFilterTest {

  private static final int LARGEST = 256 * 1024;

  private final IdempotencyFilter filter = new IdempotencyFilter();

  @BeforeEach
  void request() {
    filter.request = new RequestContext();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "5f0c6a5e-3d6e-4a53-9d0c-6f2b2f0a7f11", "!~"})
  void visibleAscii_isAKey(String key) throws Exception {
    filter(post("/brands", "{}", "application/json").header("Idempotency-Key", key));

    assertThat(filter.request.idempotencyKey()).contains(key);
    assertThat(filter.request.digest()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "sch\u00f6n", "a\tb"})
  void otherText_isNoKey(String key) throws Exception {
    MockHttpRequest request = post("/brands", "{}", "application/json");
    request.header("Idempotency-Key", key);

    assertThatThrownBy(() -> filter(request))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("200");
  }

  @Test
  void keyLength_isLimited() throws Exception {
    filter(post("/b", "{}", "application/json").header("Idempotency-Key", "k".repeat(200)));
    assertThat(filter.request.idempotencyKey()).isPresent();

    MockHttpRequest longer = post("/b", "{}", "application/json");
    longer.header("Idempotency-Key", "k".repeat(201));
    assertThatThrownBy(() -> filter(longer)).isInstanceOf(Invalid.class);
  }

  @Test
  void digest_tellsRequestsApart() throws Exception {
    String first = digest("/brands", "{}");

    assertThat(digest("/brands", "{}")).isEqualTo(first);
    assertThat(digest("/brands", "{ }")).isNotEqualTo(first);
    assertThat(digest("/people", "{}")).isNotEqualTo(first);
  }

  @Test
  void body_canStillBeReadAfterwards() throws Exception {
    MockHttpRequest request = post("/brands", "{}", "application/json");
    PreMatchContainerRequestContext context = context(request);

    filter.filter(context);

    assertThat(context.getEntityStream().readAllBytes()).asString().isEqualTo("{}");
    assertThat(filter.request.idempotencyKey()).isEmpty();
  }

  @Test
  void largestBody_passesAndOneByteMoreDoesNot() throws Exception {
    assertThat(filter(post("/b", " ".repeat(LARGEST), "application/json"))).isNull();

    Response refusal = filter(post("/b", " ".repeat(LARGEST + 1), "application/json"));

    assertThat(refusal.getStatus()).isEqualTo(413);
    assertThat(refusal.getEntity()).asString().contains("body-too-large");
  }

  @Test
  void upload_isNotReadHere() throws Exception {
    String type = "multipart/form-data; boundary=x";
    assertThat(filter(post("/recordings", " ".repeat(LARGEST + 1), type))).isNull();
  }

  @Test
  void uploadWithoutBoundary_isRefused() throws Exception {
    assertThat(filter(post("/recordings", "x", "multipart/form-data")).getStatus()).isEqualTo(400);
  }

  private String digest(String path, String body) throws Exception {
    filter(post(path, body, "application/json").header("Idempotency-Key", "k"));
    return filter.request.digest();
  }

  private Response filter(MockHttpRequest request) throws Exception {
    PreMatchContainerRequestContext context = context(request);
    filter.filter(context);
    return context.getResponseAbortedWith();
  }

  private static PreMatchContainerRequestContext context(MockHttpRequest request) {
    return new PreMatchContainerRequestContext(request, null, null);
  }

  private static MockHttpRequest post(String path, String body, String type) throws Exception {
    return MockHttpRequest.post(path)
        .contentType(type)
        .content(body.getBytes(StandardCharsets.UTF_8));
  }
}
