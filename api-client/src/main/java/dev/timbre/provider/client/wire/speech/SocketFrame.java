package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * What the provider says in one frame of a speech WebSocket, once it is known to be no refusal.
 *
 * @param event its name; pieces of audio may come without
 * @param isLast whether it is the last frame of one text
 * @param extraInfo what was counted and made, where the frame says so
 */
public record SocketFrame(
    Optional<String> event,
    Optional<Audio> audio,
    boolean isLast,
    Optional<WireObject> extraInfo,
    Optional<ProviderUrl> subtitles,
    Optional<String> sessionId,
    Optional<String> traceId) {

  public static final String TASK_STARTED = "task_started";
  public static final String TASK_FINISHED = "task_finished";

  private static final String TASK_FAILED = "task_failed";

  /**
   * @throws ProviderRefused when it has a code other than 0
   * @throws ProviderAnswerUnreadable when it is nothing of the contract
   */
  public static SocketFrame read(Reply frame) {
    WireObject root = frame.judged("event", "data", "session_id");
    Optional<String> event = root.text("event");
    if (event.filter(TASK_FAILED::equals).isPresent()) {
      throw frame.unreadable("task_failed without a code");
    }
    WireObject data = root.object("data").orElse(WireObject.EMPTY);
    return new SocketFrame(
        event,
        data.text("audio").map(hex -> decode(hex, frame)),
        root.flag("is_final").or(() -> data.flag("is_final")).orElse(false),
        root.object("extra_info"),
        data.url("subtitle_file"),
        root.text("session_id").map(CleanText::of),
        frame.trace(root));
  }

  private static Audio decode(String hex, Reply frame) {
    try {
      return Audio.ofHex(hex);
    } catch (IllegalArgumentException damaged) {
      throw frame.unreadable(damaged.getMessage());
    }
  }

  /** Whether it is {@code name}. */
  public boolean is(String name) {
    return event.filter(name::equals).isPresent();
  }
}
