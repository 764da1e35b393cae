package dev.timbre.provider.client.callback;

import dev.timbre.provider.client.callback.CallbackRejected.Reason;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchStatus;
import dev.timbre.provider.client.wire.video.VideoStatus;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Understands what is posted to a callback address, and refuses everything else. Pure: it asks
 * nobody but {@code ordered}, keeps nothing, and is safe for many threads.
 *
 * <p>The address is open to the world and notifications are not signed, so the address should be
 * hard to guess, and a notification is only a hint: confirm it, later and elsewhere, before
 * anything is believed. Keep polling too: a first notification may overtake the answer to its own
 * order and so be of an id that nobody knows yet, and whether the provider repeats one is not
 * documented. In a JAX-RS resource:
 *
 * <pre>{@code
 * @POST
 * @Consumes("application/json")
 * @Produces("application/json")
 * public Response receive(InputStream body) throws IOException {
 *   try {
 *     Callback callback = receiver.read(body);
 *     if (callback instanceof Challenge challenge) {
 *       return Response.ok(challenge.answer()).build(); // within 3 s, so at once
 *     }
 *     toConfirm.add((Notification) callback); // a worker calls confirm
 *     return Response.ok().build();
 *   } catch (CallbackRejected rejected) {
 *     return Response.status(rejected.reason().httpStatus()).build();
 *   }
 * }
 * }</pre>
 */
public final class CallbackReceiver {

  /** Real ones have some hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern STATUS = Pattern.compile("[A-Za-z_]{1,32}");

  private static final String CHALLENGE = "challenge";
  private static final String TASK = "task_id";
  private static final String BATCH = "id";

  private final Predicate<String> ordered;

  /**
   * @param ordered whether this side has ordered what has that id; asked for notifications only, so
   *     a challenge never waits for it
   */
  public CallbackReceiver(Predicate<String> ordered) {
    this.ordered = Objects.requireNonNull(ordered, "ordered");
  }

  /**
   * Reads a request's body, never more than 16 KiB of it.
   *
   * @throws CallbackRejected with its reason
   * @throws IOException when the body cannot be read
   */
  public Callback read(InputStream body) throws IOException {
    return read(body.readNBytes(MOST_BYTES + 1));
  }

  /**
   * Understands a body of at most 16 KiB.
   *
   * @throws CallbackRejected with its reason
   */
  public Callback read(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new CallbackRejected(Reason.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
    }
    JsonObject json =
        JsonText.object(body)
            .orElseThrow(() -> new CallbackRejected(Reason.NOT_JSON, "not a JSON object"));
    if (json.containsKey(CHALLENGE)) {
      return challenge(json);
    }
    Notification notification = notification(json);
    if (!ordered.test(notification.orderId())) {
      throw new CallbackRejected(Reason.UNKNOWN_ORDER, "no order has that id");
    }
    return notification;
  }

  private static Challenge challenge(JsonObject json) {
    if (json.containsKey(TASK) || json.containsKey(BATCH)) {
      throw unknownShape("a challenge and a notification in one");
    }
    if (json.get(CHALLENGE) instanceof JsonString value) {
      return new Challenge(value.getString());
    }
    throw new CallbackRejected(
        Reason.BAD_CHALLENGE, "it is " + json.get(CHALLENGE).getValueType() + "; allowed: STRING");
  }

  private static Notification notification(JsonObject json) {
    WireObject root = new WireObject(json);
    boolean task = json.containsKey(TASK);
    if (task == json.containsKey(BATCH)) {
      throw unknownShape("exactly one of " + TASK + " and " + BATCH + " is needed");
    }
    if (root.has("file_id") && root.has("video_url")) {
      throw unknownShape("a video is either a file or an address");
    }
    String status = matching(root, "status", STATUS);
    return task
        ? new VideoNotification(
            new VideoTaskId(matching(root, TASK, ID)), VideoStatus.of(status), code(root))
        : new BatchNotification(new BatchId(matching(root, BATCH, ID)), new BatchStatus(status));
  }

  private static String matching(WireObject root, String field, Pattern allowed) {
    return root.text(field)
        .filter(text -> allowed.matcher(text).matches())
        .orElseThrow(() -> unknownShape(field + " is missing or malformed"));
  }

  private static Optional<ErrorCode> code(WireObject root) {
    OptionalInt number =
        root.object("base_resp").orElse(WireObject.EMPTY).wholeNumber("status_code");
    return number.isPresent() ? Optional.of(new ErrorCode(number.getAsInt())) : Optional.empty();
  }

  private static CallbackRejected unknownShape(String detail) {
    return new CallbackRejected(Reason.UNKNOWN_SHAPE, detail);
  }
}
