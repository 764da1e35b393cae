package dev.timbre.sandbox.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.timbre.sandbox.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts JSON to a stranger's server and reads a little of what it answers, in bounded time. */
final class CallbackLine {
  /** From the first connect to the last byte of the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MAX_ANSWER = 64 << 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Executor readers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "sandbox-callbacks");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What came of it.
   *
   * @param status null when no answer came
   * @param body missing when it is no JSON
   * @param fault null when a 2xx came back
   */
  record Outcome(Integer status, JsonNode body, String fault) {}

  /** Never fails: what went wrong is in the outcome. */
  CompletableFuture<Outcome> post(URI address, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    CompletableFuture<HttpResponse<InputStream>> reply =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    CompletableFuture<Outcome> outcome =
        reply
            .thenApplyAsync(CallbackLine::outcome, readers)
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return outcome.exceptionally(
        e -> {
          // Frees the thread that still reads, if one does.
          var unused = reply.thenAccept(response -> closeQuietly(response.body()));
          reply.cancel(true);
          return new Outcome(null, MissingNode.getInstance(), reason(e));
        });
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // It is given up anyhow.
    }
  }

  private static Outcome outcome(HttpResponse<InputStream> response) {
    byte[] bytes;
    try (InputStream in = response.body()) {
      bytes = in.readNBytes(MAX_ANSWER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int status = response.statusCode();
    String fault = status / 100 == 2 ? null : "it answered with HTTP status " + status;
    return new Outcome(status, json(bytes), fault);
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return "no answer within " + PATIENCE.toSeconds() + " s";
    }
    return cause instanceof ConnectException ? "it cannot be reached" : "the line was cut";
  }
}
