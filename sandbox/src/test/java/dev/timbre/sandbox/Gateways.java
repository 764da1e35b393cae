package dev.timbre.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Calls of gateways for tests: the header as given, the answer whatever its status. */
final class Gateways {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Gateways() {}

  static HttpResponse<byte[]> post(
      RunningSandbox sandbox, String authorization, String path, String json) throws IOException {
    Caller anybody = sandbox.control();
    return anybody.send(
        anybody
            .to(path)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  static HttpResponse<byte[]> get(RunningSandbox sandbox, String authorization, String path)
      throws IOException {
    Caller anybody = sandbox.control();
    return anybody.send(anybody.to(path).header("Authorization", authorization).GET());
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** Puts a recording of the test resources under an id of the test's choice. */
  static void place(
      RunningSandbox sandbox, String account, long fileId, String purpose, String recording)
      throws IOException {
    byte[] bytes = Caller.recording(recording);
    String query =
        "?account="
            + account
            + "&fileId="
            + fileId
            + "&purpose="
            + purpose
            + "&filename="
            + recording;
    Caller.read(
        sandbox.control().postRaw("/_sandbox/files" + query, "application/octet-stream", bytes));
  }
}
