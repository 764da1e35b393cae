package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is remembered of a batch beside its task.
 *
 * @param inputFileId of the uploaded requests
 * @param purse which of the account's purses pays
 * @param callbackUrl empty when nobody wants to hear of it
 * @param since when it reached each status
 * @param outputFileId of the answers; 0 while there are none
 * @param errorFileId of the refusals; 0 while there are none
 * @param faults what is wrong with the file as a whole
 */
record Batch(
    long inputFileId,
    Purse purse,
    String callbackUrl,
    Status status,
    Map<Status, Instant> since,
    Counts counts,
    long outputFileId,
    long errorFileId,
    List<LineFault> faults) {

  static final String KIND = "batch";

  /** How long a batch may take: the only completion window there is. */
  static final Duration LIFE = Duration.ofHours(24);

  /** Where it stands. */
  enum Status {
    VALIDATING,
    IN_PROGRESS,
    FINALIZING,
    COMPLETED,
    FAILED,
    EXPIRED,
    CANCELLING,
    CANCELLED;

    /** The word on the wire. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isEnd() {
      return switch (this) {
        case COMPLETED, FAILED, EXPIRED, CANCELLED -> true;
        default -> false;
      };
    }
  }

  /** How many lines there are, and what became of them. */
  record Counts(int total, int completed, int failed) {}

  Batch {
    // What an older journal does not say is money that was paid in.
    purse = purse == null ? Purse.PAY_AS_YOU_GO : purse;
    since = Map.copyOf(since);
    faults = List.copyOf(faults);
  }

  static Batch begun(long inputFileId, Purse purse, String callbackUrl) {
    return new Batch(
        inputFileId,
        purse,
        callbackUrl,
        Status.VALIDATING,
        Map.of(),
        new Counts(0, 0, 0),
        0,
        0,
        List.of());
  }

  static Batch of(Task task) {
    try {
      return Json.MAPPER.treeToValue(task.data(), Batch.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the data of task " + task.id() + " is no batch", e);
    }
  }

  JsonNode json() {
    return Json.MAPPER.valueToTree(this);
  }

  Batch to(Status next, Instant when) {
    Map<Status, Instant> times = new EnumMap<>(Status.class);
    times.putAll(since);
    times.put(next, when);
    return new Batch(
        inputFileId, purse, callbackUrl, next, times, counts, outputFileId, errorFileId, faults);
  }

  Batch with(Counts counted) {
    return new Batch(
        inputFileId, purse, callbackUrl, status, since, counted, outputFileId, errorFileId, faults);
  }

  Batch with(List<LineFault> found) {
    return new Batch(
        inputFileId, purse, callbackUrl, status, since, counts, outputFileId, errorFileId, found);
  }

  Batch withFiles(long output, long errors) {
    return new Batch(
        inputFileId, purse, callbackUrl, status, since, counts, output, errors, faults);
  }
}
