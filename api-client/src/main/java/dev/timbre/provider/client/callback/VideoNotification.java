package dev.timbre.provider.client.callback;

import dev.timbre.provider.client.Videos;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.video.VideoStatus;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import java.util.Optional;

/**
 * News of a video. Before a video is ready, one from a template cannot be told from another; the
 * caller knows what it ordered, and confirms accordingly.
 *
 * @param status in the words of the query, whatever words the notification used
 * @param code the envelope's code, if there is one; other than 0 after a failure
 */
public record VideoNotification(VideoTaskId task, VideoStatus status, Optional<ErrorCode> code)
    implements Notification {

  @Override
  public String orderId() {
    return task.value();
  }

  /**
   * Asks the provider what is true.
   *
   * @throws ProviderException when the question fails
   */
  public VideoProgress confirm(Videos videos) {
    return videos.query(task);
  }

  /**
   * Asks the provider what is true of a video ordered from a template.
   *
   * @throws ProviderException when the question fails
   */
  public TemplateProgress confirmTemplate(Videos videos) {
    return videos.queryTemplate(task);
  }
}
