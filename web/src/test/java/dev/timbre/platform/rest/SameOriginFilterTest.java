package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotAllowed;
import java.net.URI;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginFilterTest {

  private static final String SITE = "https://timbre.example";

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void reading_needsNoOrigin(String method) {
    assertThatCode(() -> filter(method)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "FOO"})
  void changeBySessionWithoutOrigin_isRefused(String method) {
    assertThatThrownBy(() -> filter(method)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void changeFromOwnSite_passes() {
    assertThatCode(() -> filter("POST", "Origin", SITE)).doesNotThrowAnyException();
    assertThatCode(() -> filter("POST", "Sec-Fetch-Site", "same-origin"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, http://timbre.example",
    "Origin, https://timbre.example:8443",
    "Origin, https://timbre.example.evil.example",
    "Origin, null",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, cross-site"
  })
  void changeFromAnotherSite_isRefused(String header, String value) {
    assertThatThrownBy(() -> filter("POST", header, value)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void changeByKey_needsNoOrigin() {
    assertThatCode(() -> filter("POST", "Authorization", "Bearer x")).doesNotThrowAnyException();
  }

  private static void filter(String method, String... header) throws Exception {
    MockHttpRequest request =
        MockHttpRequest.create(method, URI.create(SITE + "/api/v1/brands"), URI.create(SITE));
    for (int i = 0; i < header.length; i += 2) {
      request.header(header[i], header[i + 1]);
    }
    new SameOriginFilter().filter(new PreMatchContainerRequestContext(request, null, null));
  }
}
