package dev.timbre.sandbox;

import dev.timbre.sandbox.model.World;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * A running sandbox provider. Everything but starting and stopping happens over HTTP: the
 * provider's API under {@code /v1}, the control interface under {@code /_sandbox}.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxConfig.in(directory))) {
 *   URI provider = sandbox.baseUri(); // http://127.0.0.1:40123
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long MAX_BODY_BYTES = 520L << 20;

  /** Requests that a fault holds keep a thread each, so there are more than the work needs. */
  private static final int WORKERS = 64;

  /** How long {@link #close()} waits for work under way. */
  private static final int STOP_MILLIS = 5_000;

  private final World world;
  private final Provider provider;
  private final Undertow server;
  private final URI baseUri;
  private final Optional<Tls> tls;

  private Sandbox(World world, Provider provider, Undertow server, URI baseUri, Optional<Tls> tls) {
    this.tls = tls;
    this.world = world;
    this.provider = provider;
    this.server = server;
    this.baseUri = baseUri;
  }

  /**
   * Starts a sandbox; when this returns it serves.
   *
   * @throws IOException when the data directory cannot be used, or the port is taken (then with the
   *     cause {@link java.net.BindException})
   */
  public static Sandbox start(SandboxConfig config) throws IOException {
    Optional<Certificate> certificate =
        config.tlsPort().isPresent()
            ? Optional.of(Certificate.in(config.dataDirectory()))
            : Optional.empty();
    World world = new World(config.dataDirectory(), config.accounts(), Clock.systemUTC());
    Provider provider = new Provider(world);
    Undertow.Builder builder =
        Undertow.builder()
            .addHttpListener(config.port(), LOOPBACK)
            .setIoThreads(2)
            .setWorkerThreads(WORKERS)
            .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, STOP_MILLIS)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES)
            .setServerOption(UndertowOptions.MULTIPART_MAX_ENTITY_SIZE, MAX_BODY_BYTES)
            .setHandler(new HttpContinueReadHandler(provider.handler()));
    certificate.ifPresent(
        own -> builder.addHttpsListener(config.tlsPort().getAsInt(), LOOPBACK, own.context()));
    Undertow server = builder.build();
    try {
      server.start();
    } catch (RuntimeException e) {
      provider.close();
      world.close();
      throw new IOException(
          "port " + config.port() + tlsPort(config) + " of " + LOOPBACK + " cannot be used", e);
    }
    URI baseUri = URI.create("http://" + LOOPBACK + ":" + portOf(server, "http"));
    provider.serveFrom(baseUri.toString());
    Optional<Tls> tls =
        certificate.map(
            own ->
                new Tls(
                    URI.create("https://" + LOOPBACK + ":" + portOf(server, "https")), own.pem()));
    return new Sandbox(world, provider, server, baseUri, tls);
  }

  private static String tlsPort(SandboxConfig config) {
    return config.tlsPort().isPresent() ? " or " + config.tlsPort().getAsInt() : "";
  }

  private static int portOf(Undertow server, String protocol) {
    return server.getListenerInfo().stream()
        .filter(listener -> listener.getProtcol().equals(protocol))
        .map(listener -> (InetSocketAddress) listener.getAddress())
        .findFirst()
        .orElseThrow()
        .getPort();
  }

  /**
   * Where the sandbox is reached with TLS.
   *
   * @param certificate the self-signed certificate as PEM, for clients that shall trust it
   */
  public record Tls(URI baseUri, Path certificate) {}

  /** Where the sandbox is reached with TLS, if that was asked for. */
  public Optional<Tls> tls() {
    return tls;
  }

  /** Scheme, host and port, without a slash at the end. */
  public URI baseUri() {
    return baseUri;
  }

  /** Stops serving; open connections and held requests are cut. What was committed stays. */
  @Override
  public void close() throws IOException {
    provider.cutHeld();
    server.stop();
    provider.close();
    world.close();
  }
}
