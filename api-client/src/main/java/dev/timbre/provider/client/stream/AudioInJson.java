package dev.timbre.provider.client.stream;

import dev.timbre.provider.client.wire.HexAudio;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Arrays;

/**
 * Takes a long text of hex out of an event before its JSON is read, so that the audio is decoded
 * where it lies and never becomes a string. What does not look as expected is left to the JSON
 * reader.
 */
final class AudioInJson {

  /** Stands in the JSON for the text taken out; no hex digit, so never mistaken for audio. */
  private static final String MARK = "*";

  /** Below this, taking apart costs more than it saves. */
  private static final int SHORTEST = 64;

  /** How far from the start of the event the audio begins at most. */
  private static final int FARTHEST = 256;

  private static final byte[] KEY = {'"', 'a', 'u', 'd', 'i', 'o', '"', ':'};

  private final byte[] event;
  private final int length;
  private final int from;
  private final int to;

  private AudioInJson(ServerEvent event, int from, int to) {
    this.event = event.array();
    this.length = event.length();
    this.from = from;
    this.to = to;
  }

  static AudioInJson of(ServerEvent event) {
    int from = startOfText(event.array(), Math.min(event.length(), FARTHEST));
    int to = from < 0 ? -1 : endOfText(event.array(), from, event.length());
    return to - from < SHORTEST ? new AudioInJson(event, 0, 0) : new AudioInJson(event, from, to);
  }

  private static int startOfText(byte[] json, int end) {
    for (int at = 0; at < end - KEY.length; at++) {
      int next = 0;
      while (next < KEY.length && json[at + next] == KEY[next]) {
        next++;
      }
      if (next == KEY.length) {
        int quote = json[at + next] == ' ' ? at + next + 1 : at + next;
        return quote < end && json[quote] == '"' ? quote + 1 : -1;
      }
    }
    return -1;
  }

  /** With a backslash in it the text is another than it looks. */
  private static int endOfText(byte[] json, int from, int end) {
    int at = ByteSearch.either(json, from, end, '"', '\\');
    return at < end && json[at] == '"' ? at : -1;
  }

  /** The JSON without the text. */
  byte[] rest() {
    if (to == from) {
      return Arrays.copyOf(event, length);
    }
    byte[] rest = new byte[length - (to - from) + MARK.length()];
    System.arraycopy(event, 0, rest, 0, from);
    rest[from] = (byte) MARK.charAt(0);
    System.arraycopy(event, to, rest, from + 1, length - to);
    return rest;
  }

  /** Whether the text really was the audio of {@code data}, not of something else. */
  boolean isTakenFrom(WireObject data) {
    return to > from && data.text("audio").filter(MARK::equals).isPresent();
  }

  /**
   * @throws IllegalArgumentException when it is no hex
   */
  byte[] decode() {
    return HexAudio.decode(event, from, to);
  }
}
