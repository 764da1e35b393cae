package dev.timbre.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Calls a sandbox over HTTP with bodies written out by hand, as a stranger's client would. */
final class Caller {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "------------------------d74496d66958873e";

  static {
    // where a test does not say how long it waits: more than anything takes on a slow machine
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  private final URI base;
  private final String authorization;

  Caller(URI base, String key) {
    this.base = base;
    this.authorization = key == null ? null : "Bearer " + key;
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return CLIENT.send(
          request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder to(String pathAndQuery) {
    return HttpRequest.newBuilder(base.resolve(pathAndQuery));
  }

  HttpResponse<byte[]> postRaw(String path, String contentType, byte[] body) throws IOException {
    return send(
        to(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Posts JSON and reads an answer that must be JSON under HTTP 200. */
  JsonNode post(String path, String json) throws IOException {
    return read(postRaw(path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
  }

  JsonNode get(String pathAndQuery) throws IOException {
    return read(send(to(pathAndQuery).GET()));
  }

  JsonNode delete(String path) throws IOException {
    return read(send(to(path).DELETE()));
  }

  static JsonNode read(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException(
          "HTTP "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return JSON.readTree(response.body());
  }

  JsonNode upload(String purpose, String filename, byte[] bytes) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    filePart(body, filename, bytes);
    textPart(body, "purpose", purpose);
    return postMultipart("/v1/files/upload", body);
  }

  JsonNode postMultipart(String path, ByteArrayOutputStream parts) throws IOException {
    write(parts, "--" + BOUNDARY + "--\r\n");
    return read(postRaw(path, "multipart/form-data; boundary=" + BOUNDARY, parts.toByteArray()));
  }

  static void filePart(ByteArrayOutputStream body, String filename, byte[] bytes) {
    write(
        body,
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + filename
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(bytes);
    write(body, "\r\n");
  }

  static void textPart(ByteArrayOutputStream body, String name, String value) {
    write(
        body,
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"\r\n\r\n"
            + value
            + "\r\n");
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  long uploadSample(String recording) throws IOException {
    return upload("voice_clone", recording, recording(recording)).at("/file/file_id").longValue();
  }

  /** Uploads a recording of the test resources and clones it without a preview. */
  void clone(String voiceId, String recording) throws IOException {
    long file = uploadSample(recording);
    JsonNode answer =
        post("/v1/voice_clone", "{\"file_id\":" + file + ",\"voice_id\":\"" + voiceId + "\"}");
    if (code(answer) != 0) {
      throw new IllegalStateException(answer.toString());
    }
  }

  JsonNode speak(String voiceId, String text) throws IOException {
    return post(
        "/v1/t2a_v2",
        "{\"model\":\"speech-2.8-hd\",\"text\":\""
            + text
            + "\",\"voice_setting\":{\"voice_id\":\""
            + voiceId
            + "\"}}");
  }

  static int code(JsonNode answer) {
    return answer.at("/base_resp/status_code").asInt(-1);
  }

  static String message(JsonNode answer) {
    return answer.at("/base_resp/status_msg").asText();
  }

  static byte[] recording(String name) {
    try (InputStream in = Caller.class.getResourceAsStream("/audio/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
