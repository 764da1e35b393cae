package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is wrong with a batch or with one of its lines.
 *
 * @param code a number of the provider, or a word such as {@code batch_expired}; cleaned
 * @param message the provider's words, cleaned; never branch on them
 * @param line of the input, from 1
 */
public record BatchFault(Optional<String> code, String message, OptionalLong line) {

  private static final String FIELD = "errors";

  /** Those of a batch: an array, or an object with an array in it, or an object alone. */
  static List<BatchFault> readAll(WireObject batch) {
    Optional<WireObject> object = batch.object(FIELD);
    if (object.isEmpty()) {
      return batch.objects(FIELD).stream().map(BatchFault::read).toList();
    }
    return object.get().has("data")
        ? object.get().objects("data").stream().map(BatchFault::read).toList()
        : List.of(read(object.get()));
  }

  static BatchFault read(WireObject fault) {
    return new BatchFault(
        fault.text("code").or(() -> fault.text("type")).map(CleanText::of),
        CleanText.of(fault.text("message").orElse("")),
        fault.integer("line"));
  }

  /** The provider's code, when it is a number. */
  public Optional<ErrorCode> errorCode() {
    return code.filter(text -> text.matches("\\d{1,9}"))
        .map(text -> new ErrorCode(Integer.parseInt(text)));
  }

  /** A fault of the provider's table. */
  static BatchFault of(ErrorCode code, String message) {
    return new BatchFault(
        Optional.of(Integer.toString(code.number())), message, OptionalLong.empty());
  }
}
