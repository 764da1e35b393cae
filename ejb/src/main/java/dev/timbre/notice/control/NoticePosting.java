package dev.timbre.notice.control;

import dev.timbre.notice.entity.Notice;
import dev.timbre.notice.entity.Posting;
import dev.timbre.notice.entity.Webhook;
import dev.timbre.notice.entity.Webhooks;
import dev.timbre.platform.control.AnswerStatus;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Posts a notice to one webhook, signed in the manner of Standard Webhooks. The id is the notice's
 * and the same every time, so that a receiver can tell a repeat. Nothing is followed, and nothing
 * of the answer is read but its status.
 */
@ApplicationScoped
class NoticePosting implements OperationHandler {

  static final String KIND = "notice-webhook";

  /** About seven hours of growing pauses; after that the console alone has it. */
  private static final int MOST_ATTEMPTS = 60;

  private static final int GONE = 410;

  @Inject Postings postings;
  @Inject NoticeConfig config;
  @Inject Clock clock;

  private HttpClient http;

  @PostConstruct
  void open() {
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.timeout())
            .build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID postingId, int attempt) {
    Posting posting = postings.read(postingId);
    Webhook webhook = posting.getWebhook();
    if (webhook.isDisabled()) {
      return Progress.failed("The webhook was switched off before it was reached.");
    }
    if (!config.allows(webhook.origin())) {
      return Progress.failed("The configuration does not allow " + webhook.origin() + ".");
    }
    String what;
    try {
      int status = post(posting);
      if (status / 100 == 2) {
        return Progress.done("The receiver answered " + status + ".");
      }
      if (status == GONE) {
        return Progress.failed("The receiver answered 410: it wants no more of this.");
      }
      what = "The receiver answered " + status + ".";
    } catch (IOException e) {
      what = "The receiver was not reached: " + e.getClass().getSimpleName() + ".";
    } catch (Conflict e) {
      what = e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      what = "The server stopped before the receiver answered.";
    }
    return attempt >= MOST_ATTEMPTS
        ? Progress.failed(what)
        : Progress.again(clock.instant().plus(OperationRun.pause(attempt)), what);
  }

  private int post(Posting posting) throws IOException, InterruptedException {
    String body = body(posting.getNotice());
    String id = "msg_" + posting.getNotice().getId();
    Instant now = clock.instant();
    WebhookSignature signature =
        new WebhookSignature(config.secret(posting.getWebhook().getSecretReference()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(posting.getWebhook().getUrl()))
            .timeout(config.timeout())
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", signature.of(id, now, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return AnswerStatus.of(http, request);
  }

  /** The same text every time, for the signature's sake and the receiver's. */
  private static String body(Notice notice) {
    JsonObjectBuilder data = Json.createObjectBuilder().add("id", notice.getId().toString());
    if (notice.getBrandId() != null) {
      data.add("brand", notice.getBrandId().toString());
    }
    if (notice.getSubjectId() != null) {
      data.add("subject", notice.getSubjectId().toString());
    }
    JsonObjectBuilder values = Json.createObjectBuilder();
    notice.getValues().forEach(values::add);
    data.add("values", values);
    return Json.createObjectBuilder()
        .add("type", notice.getKind().code())
        .add("timestamp", notice.getCreatedAt().truncatedTo(ChronoUnit.MILLIS).toString())
        .add("data", data)
        .build()
        .toString();
  }

  /** Reads what is to be posted, as things stand now. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Postings {

    @Inject Webhooks webhooks;

    public Posting read(UUID id) {
      return webhooks.getPosting(id);
    }
  }
}
