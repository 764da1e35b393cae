package dev.timbre.sandbox.model;

/**
 * Switches of the whole sandbox.
 *
 * @param clockOffsetSeconds how far its clock runs ahead of the machine's
 * @param largeIds whether new file ids lie above 2^53, to catch clients that round
 * @param checkGroupId whether a {@code GroupId} that is not the account's is refused with 1004
 * @param promptMinimumSeconds prompts below this are refused with 2037, as some users report of
 *     about 5 s; 0 switches it off
 * @param taskSeconds how long work that is not done at once takes on the sandbox's clock
 * @param mediaOrigin origin of the download links; null for the sandbox's own
 * @param mediaSecret what signs download links; never shown
 * @param dialects those of the gateways; null means the usual ones
 * @param sockets those of WebSocket speech; null means the usual ones
 */
public record Settings(
    long clockOffsetSeconds,
    boolean largeIds,
    boolean checkGroupId,
    double promptMinimumSeconds,
    double taskSeconds,
    String mediaOrigin,
    String mediaSecret,
    DialectSwitches dialects,
    SocketSwitches sockets)
    implements Fact {

  private static final double USUAL_TASK_SECONDS = 2;

  public Settings {
    dialects = dialects == null ? DialectSwitches.USUAL : dialects;
    sockets = sockets == null ? SocketSwitches.USUAL : sockets;
  }

  static Settings initial(String mediaSecret) {
    return new Settings(0, false, false, 0, USUAL_TASK_SECONDS, null, mediaSecret, null, null);
  }

  Settings advancedBy(long seconds) {
    return new Settings(
        Math.addExact(clockOffsetSeconds, seconds),
        largeIds,
        checkGroupId,
        promptMinimumSeconds,
        taskSeconds,
        mediaOrigin,
        mediaSecret,
        dialects,
        sockets);
  }
}
