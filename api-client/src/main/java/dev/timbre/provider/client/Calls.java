package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.transport.Failures;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

/** How every family calls one account: with its REST clients, and with its failures sorted. */
final class Calls implements AutoCloseable {

  private final ProviderEndpoint endpoint;
  private final RestClients clients;
  private final Connections connections;
  private final EventStreams streams;
  private final SpeechSockets sockets;

  Calls(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
    this.connections = new Connections(endpoint);
    this.clients = new RestClients(endpoint, connections);
    this.streams = new EventStreams(endpoint, connections);
    this.sockets = new SpeechSockets(endpoint, connections);
  }

  ProviderEndpoint endpoint() {
    return endpoint;
  }

  Timeouts timeouts() {
    return endpoint.timeouts();
  }

  RestClients clients() {
    return clients;
  }

  Connections connections() {
    return connections;
  }

  /** Each event of an opened stream is read in {@link #perform} too, for the same failures. */
  EventStreams streams() {
    return streams;
  }

  SpeechSockets sockets() {
    return sockets;
  }

  /**
   * Makes one call.
   *
   * @throws ProviderException when it does not succeed, without the account's key in its message
   * @throws UncheckedIOException when our own end of a transfer fails
   */
  <T> T perform(Operation operation, Callable<T> call) {
    try {
      return call.call();
    } catch (UncheckedIOException ours) {
      throw ours;
    } catch (Exception thrown) {
      throw failure(operation, thrown);
    }
  }

  /** What {@code thrown} means, without the account's key in its message. */
  RuntimeException failure(Operation operation, Throwable thrown) {
    RuntimeException failure = Failures.of(operation, thrown);
    return failure instanceof ProviderException provider
        ? provider.without(endpoint.key().secret())
        : failure;
  }

  @Override
  public void close() {
    connections.close();
    clients.close();
  }
}
