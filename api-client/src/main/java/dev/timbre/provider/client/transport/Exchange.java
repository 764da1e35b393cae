package dev.timbre.provider.client.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One exchange by {@code java.net.http} under one deadline, from the first byte to the last. */
public final class Exchange {

  private Exchange() {}

  /** HTTP/1.1, so that no upgrade is offered; redirects are the caller's decision. */
  public static HttpClient newClient(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }

  /**
   * The library's own time-out ends with the headers of the answer; this one covers the body.
   *
   * @throws HttpTimeoutException after {@code deadline}; the exchange is cut then
   * @throws InterruptedIOException when the thread is interrupted; the exchange is cut then
   */
  public static <T> HttpResponse<T> send(
      HttpClient client, HttpRequest request, BodyHandler<T> handler, Duration deadline)
      throws IOException {
    return await(begin(client, request, handler), deadline);
  }

  /** Begins an exchange that another thread may cut by cancelling it. */
  public static <T> CompletableFuture<HttpResponse<T>> begin(
      HttpClient client, HttpRequest request, BodyHandler<T> handler) {
    return client.sendAsync(request, ofOneLength(handler));
  }

  /**
   * Waits for an exchange that has begun, as {@link #send} does.
   *
   * @throws IOException also when somebody else cuts it
   */
  public static <T> HttpResponse<T> await(
      CompletableFuture<HttpResponse<T>> answer, Duration deadline) throws IOException {
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new HttpTimeoutException("no whole answer within " + deadline);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the answer");
    } catch (CancellationException cut) {
      throw new IOException("the exchange was cut", cut);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }
  }

  /** The library believes the first of several lengths; the rest of the answer would be lost. */
  private static <T> BodyHandler<T> ofOneLength(BodyHandler<T> handler) {
    return info -> {
      Set<String> lengths = new HashSet<>(info.headers().allValues("Content-Length"));
      lengths.addAll(info.headers().allValues("Transfer-Encoding"));
      return lengths.size() > 1 ? new AmbiguousBody<>() : handler.apply(info);
    };
  }

  /** Fails, and closes the connection instead of reading on. */
  private static final class AmbiguousBody<T> implements BodySubscriber<T> {

    @Override
    public CompletionStage<T> getBody() {
      return CompletableFuture.failedFuture(
          new ProtocolException("the answer tells its length in two ways"));
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
}
