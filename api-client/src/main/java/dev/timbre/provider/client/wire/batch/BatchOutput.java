package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads the files that a batch answers with, the output and the errors alike, line by line. What is
 * written to it may be split anywhere; {@link #close} hands on the last line. Holds one line. Not
 * for several threads.
 */
public final class BatchOutput extends OutputStream {

  /** A limit of our own, so that no line fills the memory: 16 MB. */
  public static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final JsonLines lines;

  /**
   * @param longestLine in bytes; a longer one is damaged
   */
  public BatchOutput(int longestLine, Consumer<BatchOutputLine> each) {
    this.lines =
        new JsonLines(
            longestLine,
            new JsonLines.Reader() {
              @Override
              public void line(long number, byte[] line) {
                each.accept(read(number, line));
              }

              @Override
              public void tooLong(long number) {
                each.accept(
                    damaged(number, Optional.empty(), "longer than " + longestLine + " bytes"));
              }
            });
  }

  /**
   * Reads to the end of {@code in}, which is not closed.
   *
   * @throws IOException when it cannot be read
   */
  public static void read(InputStream in, Consumer<BatchOutputLine> each) throws IOException {
    try (BatchOutput output = new BatchOutput(LONGEST_LINE, each)) {
      in.transferTo(output);
    }
  }

  @Override
  public void write(int b) {
    lines.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    lines.write(bytes, offset, length);
  }

  /** The end of the file. */
  @Override
  public void close() {
    lines.finish();
  }

  private static BatchOutputLine read(long number, byte[] line) {
    Optional<WireObject> root = JsonText.soleObject(line).map(WireObject::new);
    if (root.isEmpty()) {
      return damaged(number, Optional.empty(), "not one JSON object");
    }
    Optional<String> customId = root.get().text("custom_id");
    return customId.isEmpty()
        ? damaged(number, customId, "without custom_id")
        : read(number, customId.get(), root.get());
  }

  private static BatchOutputLine read(long number, String customId, WireObject root) {
    WireObject response = root.object("response").orElse(WireObject.EMPTY);
    OptionalInt status = response.smallInteger("status_code");
    if (root.has("error")) {
      return new FailedLine(number, customId, fault(root), status);
    }
    Optional<String> body = response.packedJson("body");
    if (body.isEmpty()) {
      return damaged(number, Optional.of(customId), "neither response.body nor error");
    }
    return judge(number, customId, reply(response, status, body.get()));
  }

  private static BatchFault fault(WireObject holder) {
    return holder
        .object("error")
        .map(BatchFault::read)
        .orElseGet(() -> words(holder.text("error").orElse("")));
  }

  private static BatchFault words(String message) {
    return new BatchFault(Optional.empty(), CleanText.of(message), OptionalLong.empty());
  }

  private static Reply reply(WireObject response, OptionalInt status, String body) {
    return new Reply(
        Operation.CHAT,
        status.orElse(200),
        Optional.of("application/json"),
        response.text("request_id").orElse(null),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static BatchOutputLine judge(long number, String customId, Reply reply) {
    OptionalInt status = OptionalInt.of(reply.httpStatus());
    try {
      return new AnsweredLine(number, customId, ChatAnswer.read(reply));
    } catch (ProviderRefused refused) {
      BatchFault fault = BatchFault.of(refused.code().orElseThrow(), refused.providerMessage());
      return new FailedLine(number, customId, fault, status);
    } catch (ProviderAnswerUnreadable unreadable) {
      return reply.httpStatus() / 100 == 2
          ? damaged(number, Optional.of(customId), unreadable.reason())
          : new FailedLine(number, customId, faultInBody(reply), status);
    }
  }

  private static BatchFault faultInBody(Reply reply) {
    return fault(JsonText.object(reply.body()).map(WireObject::new).orElse(WireObject.EMPTY));
  }

  private static DamagedLine damaged(long number, Optional<String> customId, String reason) {
    return new DamagedLine(number, customId, reason);
  }
}
