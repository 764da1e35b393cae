package dev.timbre.provider.client.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes a body to a stream as it arrives and stops at a limit; yields the number of bytes. */
public final class BoundedSink implements BodySubscriber<Long> {

  /** More bytes than allowed. */
  public static final class LimitPassed extends IOException {
    private static final long serialVersionUID = 1L;

    LimitPassed(long limit) {
      super("more than " + limit + " bytes");
    }
  }

  /** Our own end failed, not the provider's. */
  public static final class WriteFailed extends IOException {
    private static final long serialVersionUID = 1L;

    WriteFailed(IOException cause) {
      super("the received bytes could not be written", cause);
    }
  }

  private final OutputStream out;
  private final long limit;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private Subscription subscription;
  private long received;

  public BoundedSink(OutputStream out, long limit) {
    this.out = out;
    this.limit = limit;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        write(buffer);
      }
      subscription.request(1);
    } catch (IOException failed) {
      subscription.cancel();
      done.completeExceptionally(failed);
    }
  }

  private void write(ByteBuffer buffer) throws IOException {
    received += buffer.remaining();
    if (received > limit) {
      throw new LimitPassed(limit);
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    try {
      out.write(bytes);
    } catch (IOException ours) {
      throw new WriteFailed(ours);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    done.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    done.complete(received);
  }
}
