package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/** The provider's id of a video that was ordered. Opaque, digits kept exactly. */
public record VideoTaskId(String value) {

  /**
   * @throws InvalidRequest when blank
   */
  public VideoTaskId {
    Check.notBlank("task_id", value);
  }

  /** Text on the wire; a number is understood too, as ids of files are. */
  static Optional<VideoTaskId> read(WireObject answer) {
    return answer.fileId("task_id").map(FileId::value).map(VideoTaskId::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
