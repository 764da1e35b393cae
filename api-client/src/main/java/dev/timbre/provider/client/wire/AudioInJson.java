package dev.timbre.provider.client.wire;

import java.util.Arrays;

/**
 * Takes a long text of hex out of JSON before that is read, so that the audio is decoded where it
 * lies and never becomes a string. What does not look as expected is left to the JSON reader.
 */
public final class AudioInJson {

  /** Stands in the JSON for the text taken out; no hex digit, so never mistaken for audio. */
  private static final String MARK = "*";

  /** Below this, taking apart costs more than it saves. */
  private static final int SHORTEST = 64;

  /** How far from the start the audio begins at most. */
  private static final int FARTHEST = 256;

  private static final byte[] KEY = {'"', 'a', 'u', 'd', 'i', 'o', '"', ':'};

  private final byte[] json;
  private final int length;
  private final int from;
  private final int to;

  private AudioInJson(byte[] json, int length, int from, int to) {
    this.json = json;
    this.length = length;
    this.from = from;
    this.to = to;
  }

  /** The first {@code length} bytes of {@code json}, which must not change. */
  public static AudioInJson of(byte[] json, int length) {
    int from = startOfText(json, Math.min(length, FARTHEST));
    int to = from < 0 ? -1 : endOfText(json, from, length);
    return to - from < SHORTEST || !HexAudio.startsAt(json, from)
        ? new AudioInJson(json, length, 0, 0)
        : new AudioInJson(json, length, from, to);
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

  /** The JSON without the text; must not be changed. */
  public byte[] rest() {
    if (to == from) {
      return length == json.length ? json : Arrays.copyOf(json, length);
    }
    byte[] rest = new byte[length - (to - from) + MARK.length()];
    System.arraycopy(json, 0, rest, 0, from);
    rest[from] = (byte) MARK.charAt(0);
    System.arraycopy(json, to, rest, from + 1, length - to);
    return rest;
  }

  /** Whether the text really was the audio of {@code data}, not of something else. */
  private boolean isTakenFrom(WireObject data) {
    return to > from && data.text("audio").filter(MARK::equals).isPresent();
  }

  /**
   * The audio.
   *
   * @param data the object {@code data} of what {@link #rest} says
   * @throws IllegalArgumentException when it is no hex
   */
  public byte[] decode(WireObject data) {
    return isTakenFrom(data)
        ? HexAudio.decode(json, from, to)
        : HexAudio.decode(data.text("audio").orElse(""));
  }
}
