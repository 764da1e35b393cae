package dev.timbre.platform.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * How somebody answered of whose answer nothing but the status matters. The time-out of a request
 * ends with the headers: a body that is read to its end, even to throw it away, could keep the
 * caller for ever. So the connection is given up instead.
 */
public final class AnswerStatus {

  private AnswerStatus() {}

  /**
   * Sends a request, which must have a time-out.
   *
   * @return the status, as soon as the headers are here
   */
  public static int of(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }
}
