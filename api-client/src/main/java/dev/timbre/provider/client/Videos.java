package dev.timbre.provider.client;

import dev.timbre.provider.client.api.VideosApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.TemplateRequest;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.video.VideoRequest;
import dev.timbre.provider.client.wire.video.VideoTaskId;

/**
 * Videos: order one, ask or wait until it is ready, fetch it. A video from a {@link VideoRequest}
 * ends in a file, whose download address {@link FileShelf#retrieve} tells; one from a template ends
 * in an address at once. Both are fetched with {@link ProviderDownload}.
 */
public final class Videos {

  private final Calls calls;

  Videos(Calls calls) {
    this.calls = calls;
  }

  /** Orders a video; charged. */
  public VideoOrder order(VideoRequest request) {
    return calls.perform(Operation.ORDER_VIDEO, () -> api().order(request));
  }

  /** Asks how far a video is. A video that was refused for its content may end as a refusal. */
  public VideoProgress query(VideoTaskId task) {
    return calls.perform(Operation.QUERY_VIDEO, () -> api().query(task.value()));
  }

  /**
   * Asks until the video is ready, has failed or the time is up, and yields the last answer: look
   * at its status. A question that fails is asked again when it may be.
   *
   * @throws ProviderException when a question fails for good, or the last one before the time is up
   * @throws InterruptedException when the thread is interrupted between two questions
   */
  public VideoProgress await(VideoTaskId task, PollPace pace) throws InterruptedException {
    return Polling.await(() -> query(task), progress -> progress.status().isFinal(), pace);
  }

  /** Orders a video from a template; charged. */
  public VideoOrder orderFromTemplate(TemplateRequest request) {
    return calls.perform(Operation.ORDER_TEMPLATE_VIDEO, () -> api().orderFromTemplate(request));
  }

  /** Asks how far a video from a template is. */
  public TemplateProgress queryTemplate(VideoTaskId task) {
    return calls.perform(Operation.QUERY_TEMPLATE_VIDEO, () -> api().queryTemplate(task.value()));
  }

  /**
   * Like {@link #await}, for a video from a template.
   *
   * @throws ProviderException when a question fails for good, or the last one before the time is up
   * @throws InterruptedException when the thread is interrupted between two questions
   */
  public TemplateProgress awaitTemplate(VideoTaskId task, PollPace pace)
      throws InterruptedException {
    return Polling.await(() -> queryTemplate(task), progress -> progress.status().isFinal(), pace);
  }

  private VideosApi api() {
    return calls.clients().get(VideosApi.class, calls.timeouts().read());
  }
}
