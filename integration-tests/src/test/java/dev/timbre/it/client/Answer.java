package dev.timbre.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What came back, whole. */
public record Answer(String asked, int status, HttpHeaders headers, byte[] bytes) {

  static Answer of(HttpResponse<byte[]> response) {
    String asked = response.request().method() + " " + response.uri().getRawPath();
    return new Answer(asked, response.statusCode(), response.headers(), response.body());
  }

  /** This, which must have that status. */
  public Answer expect(int wanted) {
    assertThat(status).as("%s", this).isEqualTo(wanted);
    return this;
  }

  /** This, which must be a problem of that status and code. */
  public Answer refusedWith(int wanted, String code) {
    expect(wanted);
    assertThat(json().path("code").asText()).as("%s", this).isEqualTo(code);
    return this;
  }

  public JsonNode json() {
    try {
      return Timbre.JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(toString(), e);
    }
  }

  public String id() {
    return json().path("id").asText();
  }

  public String text(String field) {
    return json().path(field).asText(null);
  }

  /** The items of one page of a list. */
  public List<JsonNode> items() {
    return StreamSupport.stream(json().path("items").spliterator(), false).toList();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  public String tag() {
    return header("ETag");
  }

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    String type = headers.firstValue("Content-Type").orElse("");
    String shown = type.contains("json") || type.startsWith("text") ? body() : bytes.length + " B";
    return asked + " -> " + status + " " + type + " " + shown;
  }
}
