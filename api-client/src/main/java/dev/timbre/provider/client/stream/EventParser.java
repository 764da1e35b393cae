package dev.timbre.provider.client.stream;

import dev.timbre.provider.client.wire.ByteSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes bytes apart into events (WHATWG HTML, "Server-sent events"), wherever the bytes are split.
 * Differences, all for the sake of what providers really send:
 *
 * <ul>
 *   <li>an event whose data is empty is skipped, since nobody can use it;
 *   <li>the last event counts without its blank line, but is marked as not whole;
 *   <li>a line that starts with a brace counts as data: some gateways write their refusal into a
 *       stream that they have already opened.
 * </ul>
 *
 * <p>Not for several threads.
 */
public final class EventParser {

  /** Too many bytes without an event among them. */
  public static final class LimitPassed extends IOException {
    private static final long serialVersionUID = 1L;

    LimitPassed(int limit) {
      super("more than " + limit + " bytes without the end of an event");
    }
  }

  /** What the bytes at hand belong to. */
  private enum Part {
    MARK,
    NAME,
    SPACE,
    VALUE
  }

  private enum Field {
    DATA,
    EVENT,
    OTHER
  }

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = {};
  private static final int LONGEST_FIELD = 5;
  private static final int SMALLEST_BUFFER = 512;

  /** Events of one stream are about alike, so the last one tells how much room the next needs. */
  private static final int LARGEST_GUESS = 128 * 1024;

  /** More than any name that means something; what is over is left out. */
  private static final int LONGEST_NAME = 128;

  private final int limit;

  private byte[] input = NOTHING;
  private int at;
  private int end;

  private Part part = Part.MARK;
  private Field field = Field.OTHER;
  private final byte[] start = new byte[LONGEST_FIELD];
  private int started;
  private boolean lineFeedMayFollow;

  private byte[] data = NOTHING;
  private int length;
  private boolean hasData;
  private byte[] name = NOTHING;
  private long pending;
  private int lastLength;

  /**
   * @param limit most bytes that may pass without an event among them, so also the size of the
   *     largest event
   */
  public EventParser(int limit) {
    this.limit = limit;
  }

  /**
   * Gives the next bytes of the stream, which must not change until {@link #poll} has answered that
   * it needs more.
   *
   * @throws IllegalStateException when there are bytes left from before
   */
  public void feed(byte[] bytes, int from, int to) {
    if (at < end) {
      throw new IllegalStateException(end - at + " bytes are not read yet");
    }
    input = bytes;
    at = from;
    end = to;
  }

  /**
   * The next event; empty when it needs more bytes.
   *
   * @throws LimitPassed when an event is too large, or none comes among too many bytes
   */
  public Optional<ServerEvent> poll() throws LimitPassed {
    while (at < end) {
      int from = at;
      boolean lineEnds = readPart();
      pending += at - from;
      if (lineEnds && endLine()) {
        Optional<ServerEvent> event = takeEvent(true);
        if (event.isPresent()) {
          return event;
        }
      }
      if (pending > limit) {
        throw new LimitPassed(limit);
      }
    }
    return Optional.empty();
  }

  /** The event whose blank line is missing at the end of the stream. */
  public Optional<ServerEvent> finish() {
    endLine();
    return takeEvent(false);
  }

  /** Reads at least one byte; true when that was the end of a line. */
  private boolean readPart() {
    byte next = input[at];
    if (lineFeedMayFollow) {
      lineFeedMayFollow = false;
      if (next == '\n') {
        at++;
        return false;
      }
    }
    if (part == Part.VALUE) {
      return readValue();
    }
    at++;
    if (next == '\n' || next == '\r') {
      lineFeedMayFollow = next == '\r';
      return true;
    }
    switch (part) {
      case MARK -> readMark(next);
      case NAME -> readName(next);
      default -> readSpace(next);
    }
    return false;
  }

  private void readMark(byte next) {
    if (next == BYTE_ORDER_MARK[started]) {
      started++;
      if (started == BYTE_ORDER_MARK.length) {
        started = 0;
        part = Part.NAME;
      }
    } else if (started == 0) {
      part = Part.NAME;
      readName(next);
    } else {
      value(Field.OTHER);
    }
  }

  private void readName(byte next) {
    if (next == ':') {
      field = field();
      part = Part.SPACE;
    } else if (started == 0 && next == '{') {
      value(Field.DATA);
      append(input, at - 1, at);
    } else if (started == LONGEST_FIELD) {
      value(Field.OTHER);
    } else {
      start[started++] = next;
    }
  }

  private Field field() {
    if (Arrays.equals(start, 0, started, DATA, 0, DATA.length)) {
      return Field.DATA;
    }
    return Arrays.equals(start, 0, started, EVENT, 0, EVENT.length) ? Field.EVENT : Field.OTHER;
  }

  private void readSpace(byte next) {
    value(field);
    if (next != ' ') {
      append(input, at - 1, at);
    }
  }

  private void value(Field newField) {
    field = newField;
    part = Part.VALUE;
    if (field == Field.DATA) {
      startDataLine();
    } else if (field == Field.EVENT) {
      name = NOTHING;
    }
  }

  private void startDataLine() {
    if (hasData) {
      ensure(1);
      data[length++] = '\n';
    }
    hasData = true;
  }

  private boolean readValue() {
    int from = at;
    int to = ByteSearch.either(input, from, end, '\n', '\r');
    append(input, from, to);
    at = to;
    if (to == end) {
      return false;
    }
    lineFeedMayFollow = input[at++] == '\r';
    return true;
  }

  private void append(byte[] bytes, int from, int to) {
    int count = to - from;
    if (field == Field.DATA) {
      ensure(count);
      System.arraycopy(bytes, from, data, length, count);
      length += count;
    } else if (field == Field.EVENT) {
      int old = name.length;
      int room = Math.min(count, LONGEST_NAME - old);
      name = Arrays.copyOf(name, old + room);
      System.arraycopy(bytes, from, name, old, room);
    }
  }

  /** The limit on pending bytes keeps this from overflowing. */
  private void ensure(int more) {
    if (data.length - length < more) {
      int first = Math.max(Math.min(lastLength, LARGEST_GUESS), SMALLEST_BUFFER);
      data = Arrays.copyOf(data, Math.max(length + more, Math.max(first, data.length * 2)));
    }
  }

  /** Ends a line; true when it was a blank one. */
  private boolean endLine() {
    boolean blank = started == 0 && (part == Part.NAME || part == Part.MARK);
    if (part == Part.NAME && started > 0) {
      value(field());
    } else if (part == Part.SPACE) {
      value(field);
    }
    part = Part.NAME;
    started = 0;
    return blank;
  }

  private Optional<ServerEvent> takeEvent(boolean whole) {
    boolean found = length > 0;
    Optional<ServerEvent> event =
        found ? Optional.of(new ServerEvent(name(), data, length, whole)) : Optional.empty();
    if (found) {
      lastLength = length;
      pending = 0;
      data = NOTHING;
    }
    length = 0;
    hasData = false;
    name = NOTHING;
    return event;
  }

  private Optional<String> name() {
    return name.length == 0
        ? Optional.empty()
        : Optional.of(new String(name, StandardCharsets.UTF_8));
  }
}
