package dev.timbre.provider.client;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.transport.BoundedSink;
import dev.timbre.provider.client.transport.Exchange;
import dev.timbre.provider.client.transport.UnreadBody;
import dev.timbre.provider.client.wire.CleanText;
import dev.timbre.provider.client.wire.ProviderUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the files that a provider's answers point to, under {@link DownloadRules}. Sends no key.
 * Safe for many threads.
 */
public final class ProviderDownload {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> EXPIRED = Set.of(403, 404, 410);

  private final DownloadRules rules;
  private final HttpClient http = Exchange.newClient(CONNECT_TIMEOUT);

  public ProviderDownload(DownloadRules rules) {
    this.rules = rules;
  }

  /**
   * Copies a file to {@code out}, which is neither flushed nor closed, and may hold a part of the
   * file when this fails.
   *
   * @return number of bytes
   * @throws DownloadFailed with its reason; the message names the host, never the signed address
   * @throws UncheckedIOException when {@code out} fails
   */
  public long fetch(ProviderUrl url, OutputStream out) {
    long deadline = System.nanoTime() + rules.timeout().toNanos();
    URI address = url.uri();
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<Long> response = ask(address, out, deadline);
      int status = response.statusCode();
      if (status == 200) {
        return response.body();
      }
      if (!REDIRECTS.contains(status)) {
        throw refused(address, status);
      }
      address = target(address, response);
    }
    throw failed(Reason.REFUSED, address, "more than " + MOST_REDIRECTS + " redirects", null);
  }

  private HttpResponse<Long> ask(URI address, OutputStream out, long deadline) {
    try {
      requireAllowed(address);
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      return Exchange.send(http, request(address), sink(out), left);
    } catch (BoundedSink.LimitPassed tooLarge) {
      throw failed(Reason.TOO_LARGE, address, tooLarge.getMessage(), null);
    } catch (BoundedSink.WriteFailed ours) {
      throw new UncheckedIOException(ours);
    } catch (IOException | IllegalArgumentException network) {
      String what = network.getClass().getSimpleName() + ", " + network.getMessage();
      throw failed(Reason.INTERRUPTED, address, CleanText.of(what), network);
    }
  }

  /** Asks for the bytes as they are; encoded ones would be copied unread, not unpacked. */
  private static HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address).header("Accept-Encoding", "identity").build();
  }

  /** Only a file reaches {@code out}; the body of a refusal is not even read: it may be endless. */
  private BodyHandler<Long> sink(OutputStream out) {
    return info ->
        info.statusCode() == 200 ? new BoundedSink(out, rules.maxBytes()) : new UnreadBody();
  }

  private void requireAllowed(URI address) throws UnknownHostException {
    Optional<String> objection = rules.objection(address);
    if (objection.isEmpty()) {
      objection = rules.objectionToMachine(address.getHost());
    }
    if (objection.isPresent()) {
      throw failed(Reason.BLOCKED, address, objection.get(), null);
    }
  }

  private static URI target(URI from, HttpResponse<?> response) {
    try {
      URI target = from.resolve(response.headers().firstValue("Location").orElse(""));
      return new ProviderUrl(target).uri();
    } catch (IllegalArgumentException noAddress) {
      throw failed(Reason.REFUSED, from, "a redirect to no web address", null);
    }
  }

  private static DownloadFailed refused(URI address, int status) {
    return EXPIRED.contains(status)
        ? failed(Reason.EXPIRED, address, "the address has expired (HTTP " + status + ")", null)
        : failed(Reason.REFUSED, address, "HTTP " + status, null);
  }

  private static DownloadFailed failed(Reason reason, URI address, String detail, Throwable cause) {
    return new DownloadFailed(reason, CleanText.of(address.getHost()), detail, cause);
  }
}
