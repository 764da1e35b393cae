package dev.timbre.provider.control;

import dev.timbre.provider.client.DownloadRules;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.ProviderDownload;
import dev.timbre.provider.client.ProviderEndpoint;
import dev.timbre.provider.client.doctor.KeyDoctor;
import dev.timbre.provider.client.doctor.KeyReport;
import dev.timbre.provider.client.doctor.Place;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One client per account, made anew when the account or its key has changed. */
@ApplicationScoped
public class ProviderConnections {

  @Inject ProviderConfig config;

  private final Map<UUID, Connection> connections = new ConcurrentHashMap<>();

  private record Connection(
      ProviderEndpoint endpoint,
      List<String> hosts,
      MiniMaxClient client,
      ProviderDownload download) {}

  MiniMaxClient client(ProviderAccount account) {
    return connection(account).client();
  }

  /** Whether the account's dialect offers an operation. */
  boolean offers(ProviderAccount account, Operation operation) {
    return connection(account).endpoint().dialect().offers(operation);
  }

  ProviderDownload download(ProviderAccount account) {
    return connection(account).download();
  }

  /**
   * Examines the account's key where the account is and, if that is a host of the official API, at
   * the others that are allowed: a key of another region is the commonest mistake.
   */
  KeyReport examine(ProviderAccount account) {
    ProviderEndpoint endpoint = connection(account).endpoint();
    Place here = new Place(account.getName(), endpoint.baseUri(), endpoint.dialect());
    List<Place> places = Stream.concat(Stream.of(here), config.othersToAsk(here)).toList();
    return new KeyDoctor(config.timeouts())
        .examine(new KeyDoctor.Question(endpoint.key(), endpoint.groupId(), places, true));
  }

  private Connection connection(ProviderAccount account) {
    config.requireAllowed(account.getBaseUrl());
    ProviderEndpoint endpoint =
        new ProviderEndpoint(
            URI.create(account.getBaseUrl()),
            config.key(account),
            Optional.ofNullable(account.getGroupId()),
            config.timeouts(),
            config.dialect(account));
    List<String> hosts = account.getDownloadHosts().stream().sorted().toList();
    return connections.compute(
        account.getId(),
        (id, known) -> {
          if (known != null && known.endpoint().equals(endpoint) && known.hosts().equals(hosts)) {
            return known;
          }
          // calls under way keep the old client; it is closed with the server
          return connect(endpoint, hosts);
        });
  }

  private Connection connect(ProviderEndpoint endpoint, List<String> hosts) {
    return new Connection(
        endpoint,
        hosts,
        MiniMaxClient.connect(endpoint),
        new ProviderDownload(DownloadRules.of(endpoint, hosts, config.previewMaxBytes())));
  }

  @PreDestroy
  void close() {
    connections.values().forEach(connection -> connection.client().close());
  }
}
