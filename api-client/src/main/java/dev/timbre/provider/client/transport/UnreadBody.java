package dev.timbre.provider.client.transport;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Closes the connection instead of reading a body; yields 0. */
public final class UnreadBody implements BodySubscriber<Long> {

  @Override
  public CompletionStage<Long> getBody() {
    return CompletableFuture.completedFuture(0L);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> unwanted) {}

  @Override
  public void onError(Throwable unwanted) {}

  @Override
  public void onComplete() {}
}
