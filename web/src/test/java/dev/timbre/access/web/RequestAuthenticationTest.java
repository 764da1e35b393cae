package dev.timbre.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAuthenticationTest {

  @Test
  void page_isReturnedToWithItsQuery() {
    assertThat(RequestAuthentication.wanted(request("GET", "", "/voice.xhtml", "id=1&tab=2")))
        .contains("%2Fvoice.xhtml%3Fid%3D1%26tab%3D2");
    assertThat(RequestAuthentication.wanted(request("GET", "", "/voices.xhtml", null)))
        .contains("%2Fvoices.xhtml");
  }

  @Test
  void contextPath_isNotPartOfThePage() {
    assertThat(RequestAuthentication.wanted(request("GET", "/timbre", "/timbre/a.xhtml", null)))
        .contains("%2Fa.xhtml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "//evil.example", "/\\evil.example", "/%2fevil.example", "/;x", "/@evil"})
  void pathThatABrowserMayTakeForAnotherSite_isForgotten(String path) {
    assertThat(RequestAuthentication.wanted(request("GET", "", path, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "DELETE"})
  void requestThatARedirectCannotRepeat_isForgotten(String method) {
    assertThat(RequestAuthentication.wanted(request(method, "", "/a.xhtml", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12345678, true",
    "req-2026.01_a, true",
    "1234567, false",
    "-2345678, false",
    "'has space', false",
    "'line\nbreak', false",
    "'12345678\n', false",
    "'12345678\r', false",
    "'1234567\u001b', false",
    "'1234567\u00e9', false",
    "'{\"level\":1}', false",
    "'=cmd|calc!A0', false",
    "1234567890123456789012345678901234567890123456789012345678901234, true",
    "12345678901234567890123456789012345678901234567890123456789012345, false"
  })
  void requestId_isTakenOnlyInASoundForm(String id, boolean taken) {
    HttpServletRequest request = fake(Map.of("getHeader", id));

    assertThat(RequestIds.of(request).isPresent()).isEqualTo(taken);
  }

  private static HttpServletRequest request(
      String method, String context, String uri, String query) {
    Map<String, String> answers = new java.util.HashMap<>();
    answers.put("getMethod", method);
    answers.put("getContextPath", context);
    answers.put("getRequestURI", uri);
    answers.put("getQueryString", query);
    return fake(answers);
  }

  private static HttpServletRequest fake(Map<String, String> answers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestAuthenticationTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }
}
