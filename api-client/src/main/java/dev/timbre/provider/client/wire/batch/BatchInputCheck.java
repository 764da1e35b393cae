package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks through a batch's input that somebody else wrote, before it is uploaded. Reads it once,
 * line by line; keeps only one line and the ids.
 */
public final class BatchInputCheck {

  /** After these nobody reads on. */
  public static final int MOST_FAULTS = 100;

  /** A limit of our own, so that no line fills the memory: 16 MB. */
  public static final int LONGEST_LINE = 16 * 1024 * 1024;

  private static final int READ_AT_ONCE = 64 * 1024;

  private final List<LineFault> faults = new ArrayList<>();
  private final Set<String> customIds = new HashSet<>();
  private long lines;

  private BatchInputCheck() {}

  /**
   * Reads to the end of {@code in}, or to the first fault too many; closes nothing.
   *
   * @throws IOException when it cannot be read
   */
  public static BatchInputReport check(InputStream in) throws IOException {
    return check(in, LONGEST_LINE);
  }

  /**
   * The same with another limit for a line.
   *
   * @param longestLine in bytes
   */
  public static BatchInputReport check(InputStream in, int longestLine) throws IOException {
    return new BatchInputCheck().read(in, longestLine);
  }

  private BatchInputReport read(InputStream in, int longestLine) throws IOException {
    JsonLines split = new JsonLines(longestLine, new Lines(longestLine));
    byte[] piece = new byte[READ_AT_ONCE];
    long bytes = 0;
    int count = 0;
    while (!isEnough(bytes) && (count = in.read(piece)) >= 0) {
      bytes += count;
      split.write(piece, 0, count);
    }
    if (count < 0) {
      split.finish();
    }
    if (bytes > BatchInput.MOST_BYTES) {
      fault(lines + 1, "", "is beyond the limit of " + BatchInput.MOST_BYTES + " bytes for a file");
    } else if (lines == 0) {
      fault(1, "", "is missing: the file has no lines");
    }
    return new BatchInputReport(lines, bytes, faults);
  }

  private boolean isEnough(long bytes) {
    return faults.size() >= MOST_FAULTS
        || bytes > BatchInput.MOST_BYTES
        || lines > BatchInput.MOST_LINES;
  }

  private void fault(long line, String field, String problem) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new LineFault(line, field, problem));
    }
  }

  private final class Lines implements JsonLines.Reader {
    private final int longestLine;

    Lines(int longestLine) {
      this.longestLine = longestLine;
    }

    @Override
    public void tooLong(long number) {
      lines++;
      fault(number, "", "is longer than " + longestLine + " bytes");
    }

    @Override
    public void line(long number, byte[] text) {
      lines++;
      if (lines > BatchInput.MOST_LINES + 1) {
        return;
      }
      if (lines > BatchInput.MOST_LINES) {
        fault(number, "", "is one more than the " + BatchInput.MOST_LINES + " of a batch");
        return;
      }
      JsonText.soleObject(text)
          .map(WireObject::new)
          .ifPresentOrElse(
              line -> look(number, line), () -> fault(number, "", "is not one JSON object"));
    }

    private void look(long number, WireObject line) {
      lookAtId(number, line.text("custom_id").orElse(""));
      if (!line.text("method").orElse("").equals("POST")) {
        fault(number, "method", "is not POST");
      }
      String url = line.text("url").orElse("");
      if (!url.equals(ChatEndpoint.NATIVE.path())) {
        fault(number, "url", "is \"" + CleanText.of(url) + "\", not " + ChatEndpoint.NATIVE.path());
      }
      WireObject body = line.object("body").orElse(WireObject.EMPTY);
      if (body.text("model").orElse("").isBlank()) {
        fault(number, "body.model", "is missing");
      }
      if (body.objects("messages").isEmpty()) {
        fault(number, "body.messages", "has no message");
      }
    }

    private void lookAtId(long number, String customId) {
      if (customId.isBlank()) {
        fault(number, "custom_id", "is missing or blank");
      } else if (!customIds.add(customId)) {
        fault(number, "custom_id", "was used before in this file");
      }
    }
  }
}
